/** An application whose jobs are submitted and completed by somebody who has a role. Others do not have it. */
@NullMarked
package io.gearmancdi.it.ee.clerk;

import org.jspecify.annotations.NullMarked;
