/**
 * Where settings come from: MicroProfile Config, or system properties and environment where there is none. Used by
 * {@code io.gearmancdi.cdi}; nothing outside names a type of MicroProfile.
 */
@NullMarked
package io.gearmancdi.cdi.config;

import org.jspecify.annotations.NullMarked;
