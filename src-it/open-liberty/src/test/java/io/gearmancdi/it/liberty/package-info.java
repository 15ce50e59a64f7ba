/** The behaviour of the library on Open Liberty. */
package io.gearmancdi.it.liberty;
