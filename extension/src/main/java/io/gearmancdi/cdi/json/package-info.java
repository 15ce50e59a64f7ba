/**
 * JSON through JSON-B, where there is one. Used by {@code io.gearmancdi.cdi}; nothing outside names a type of JSON-B.
 */
@NullMarked
package io.gearmancdi.cdi.json;

import org.jspecify.annotations.NullMarked;
