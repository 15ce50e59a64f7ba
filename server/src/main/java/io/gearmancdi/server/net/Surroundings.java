package io.gearmancdi.server.net;

import io.gearmancdi.server.engine.Engine;
import java.util.function.Consumer;

/**
 * What all connections of a loop share.
 *
 * @param unwritten takes a connection that is to be flushed at the end of the pass
 * @param awaiting takes a connection whose peer sends nothing more but waits for jobs
 * @param unread takes a connection that has more to read than its socket knows of
 */
record Surroundings(
        Engine engine,
        ChunkPool pool,
        Limits limits,
        Keeping keeping,
        Backlog backlog,
        Consumer<Connection> unwritten,
        Consumer<Connection> awaiting,
        Consumer<Connection> unread) {}
