/** Input that nobody thought of. */
@NullMarked
package io.gearmancdi.it.fuzz;

import org.jspecify.annotations.NullMarked;
