package io.gearmancdi.server.net;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What waits for all peers together. A peer that does not read may cost itself its connection, nobody else anything.
 */
final class Backlog {
    /** What may wait for anybody, however much waits for others. */
    static final int SMALL = 64 * 1024;

    private final long limit;
    private long size;

    Backlog(long limit) {
        this.limit = limit;
    }

    /** Takes notice of what a connection has more or less than before; nothing once it is closed. */
    void account(Connection connection) {
        size += connection.growth();
    }

    /** Amid a pass: whether a connection gets no more, as too much waits for all and it is among the causes. */
    boolean isFull(Connection connection) {
        if (connection.behind() < SMALL) {
            return false;
        }
        account(connection);
        return size > limit;
    }

    /** Where too much waits: who is furthest behind. */
    Optional<Connection> worst(Stream<Connection> connections) {
        return size <= limit ? Optional.empty() : connections.max(Comparator.comparingLong(Connection::behind));
    }
}
