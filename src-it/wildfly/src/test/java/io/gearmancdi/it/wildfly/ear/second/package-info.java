/** The other web module of the EAR. */
package io.gearmancdi.it.wildfly.ear.second;
