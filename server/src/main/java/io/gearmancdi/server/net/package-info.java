/**
 * The job server's sockets: one thread, one selector, any number of connections.
 *
 * <p>{@link io.gearmancdi.server.net.EventLoop} reads what has come, gives it to the engine, and then writes to every
 * connection once what that pass has produced for it. Whatever goes wrong with a connection closes that one alone.
 *
 * <p>Used by the face of this module only.
 */
@NullMarked
package io.gearmancdi.server.net;

import org.jspecify.annotations.NullMarked;
