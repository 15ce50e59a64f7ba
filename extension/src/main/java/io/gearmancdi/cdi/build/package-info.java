/**
 * The build compatible extension: only translates what the container tells into findings. Nothing refers to it but its
 * service file.
 */
@NullMarked
package io.gearmancdi.cdi.build;

import org.jspecify.annotations.NullMarked;
