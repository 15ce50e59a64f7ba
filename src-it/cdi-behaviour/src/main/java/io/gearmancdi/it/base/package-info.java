/** What workers of another package inherit. */
@NullMarked
package io.gearmancdi.it.base;

import org.jspecify.annotations.NullMarked;
