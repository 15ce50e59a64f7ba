/** Workers that no container may start with. */
@NullMarked
package io.gearmancdi.it.broken;

import org.jspecify.annotations.NullMarked;
