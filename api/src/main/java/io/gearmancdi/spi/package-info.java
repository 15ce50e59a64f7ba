/**
 * Where others plug in: keys, codecs, listeners, workers made by a container, job servers. Implementations are
 * thread-safe.
 */
@NullMarked
package io.gearmancdi.spi;

import org.jspecify.annotations.NullMarked;
