/** WildFly on a JDK 25. */
package io.gearmancdi.it.wildfly25;
