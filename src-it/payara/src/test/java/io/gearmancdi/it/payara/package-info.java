/** The behaviour of the library on Payara Micro. */
package io.gearmancdi.it.payara;
