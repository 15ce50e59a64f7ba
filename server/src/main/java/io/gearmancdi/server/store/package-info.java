/**
 * What lets background jobs outlive the process: a log that is only ever appended to, in a directory of its own.
 *
 * <p>{@link io.gearmancdi.server.store.JobStore} is the notebook of the engine and tells the event loop how far its
 * notes are safe. Used by the event loop and the face of this module only.
 */
@NullMarked
package io.gearmancdi.server.store;

import org.jspecify.annotations.NullMarked;
