/** The behaviour of the library on WildFly. */
package io.gearmancdi.it.wildfly;
