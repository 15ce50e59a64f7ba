/** Job servers and programs for tests. */
@NullMarked
package io.gearmancdi.it;

import org.jspecify.annotations.NullMarked;
