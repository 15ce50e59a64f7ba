/** An application whose jobs are submitted and completed by somebody who has a role. */
package io.gearmancdi.it.wildfly.clerk;
