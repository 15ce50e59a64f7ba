/** Workers, observers and collaborators that some tests add to the application. */
@NullMarked
package io.gearmancdi.it.more;

import org.jspecify.annotations.NullMarked;
