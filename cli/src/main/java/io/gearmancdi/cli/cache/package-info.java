/**
 * Catalogs kept in files between two runs of the console, each found by a fingerprint of the class path and the
 * configuration. Java alone, and of that only what is loaded quickly.
 */
@NullMarked
package io.gearmancdi.cli.cache;

import org.jspecify.annotations.NullMarked;
