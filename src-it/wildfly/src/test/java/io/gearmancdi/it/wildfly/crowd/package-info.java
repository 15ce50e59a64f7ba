/** An application with more workers than its server has threads. */
package io.gearmancdi.it.wildfly.crowd;
