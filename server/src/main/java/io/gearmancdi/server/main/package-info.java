/**
 * The job server as a program of its own: options, log, signals. The one room that knows picocli, which the executable
 * jar brings and nobody else needs.
 *
 * <p>Used by the Java launcher only.
 */
@NullMarked
package io.gearmancdi.server.main;

import org.jspecify.annotations.NullMarked;
