/** One web module of the EAR. */
package io.gearmancdi.it.wildfly.ear.first;
