/**
 * The job server without its sockets: queues, uniques, sleeping workers, the rules of the protocol.
 *
 * <p>Pure: no socket, thread or clock. {@link io.gearmancdi.server.engine.Engine} takes the frames of a peer and the
 * time; answers go to the {@link io.gearmancdi.server.engine.Outlet} of whom they are for. One thread at a time.
 *
 * <p>Every job costs the same, however many there are: a job is its own entry in every list and table that it is part
 * of.
 *
 * <p>Used by the event loop next door only.
 */
@NullMarked
package io.gearmancdi.server.engine;

import org.jspecify.annotations.NullMarked;
