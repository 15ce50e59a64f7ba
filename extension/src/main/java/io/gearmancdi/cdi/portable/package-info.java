/**
 * The portable extension: only translates what the container tells into findings. Nothing refers to it but its service
 * file.
 */
@NullMarked
package io.gearmancdi.cdi.portable;

import org.jspecify.annotations.NullMarked;
