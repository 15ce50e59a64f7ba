/** The guide says what is so. */
@NullMarked
package io.gearmancdi.it.guide;

import org.jspecify.annotations.NullMarked;
