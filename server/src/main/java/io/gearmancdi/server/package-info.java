/**
 * The face of the embedded job server: start it, ask where it listens, close it.
 *
 * <p>For tests, for the first steps and for applications that want no server beside them. Jobs live in memory and die
 * with the process.
 */
@NullMarked
package io.gearmancdi.server;

import org.jspecify.annotations.NullMarked;
