/** An application with an executor of its own. */
package io.gearmancdi.it.wildfly.errands;
