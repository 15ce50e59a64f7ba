/** Workers without an application around them: a process that a supervisor keeps running. */
@NullMarked
package io.gearmancdi.examples.weldse;

import org.jspecify.annotations.NullMarked;
