package io.gearmancdi.server.net;

import io.gearmancdi.server.engine.Engine;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the connections that are silent for too long. Looks at all of them, but seldom. */
final class Patience {
    private static final long SHORTEST_SWEEP = 10;
    private static final long LONGEST_SWEEP = 1000;
    private static final int SWEEPS_PER_LIMIT = 8;

    private final Engine engine;
    private final long handshake;
    private final long idle;
    private final long interval;
    private long next;

    Patience(Engine engine, Limits limits, long now) {
        this.engine = engine;
        this.handshake = limits.handshakeMillis() == 0 ? Long.MAX_VALUE : limits.handshakeMillis();
        this.idle = limits.idleMillis() == 0 ? Long.MAX_VALUE : limits.idleMillis();
        long shortest = Math.min(handshake, idle);
        this.interval = Math.max(SHORTEST_SWEEP, Math.min(LONGEST_SWEEP, shortest / SWEEPS_PER_LIMIT));
        this.next = shortest == Long.MAX_VALUE ? Long.MAX_VALUE : now + interval;
    }

    /** When it wants to look again, {@link Long#MAX_VALUE} where nothing is limited. */
    long next(boolean anyConnection) {
        return anyConnection ? next : Long.MAX_VALUE;
    }

    /** Whether it is time to look. */
    boolean isDue(long now) {
        if (next > now) {
            return false;
        }
        next = now + interval;
        return true;
    }

    Stream<Connection> exhausted(Stream<Connection> connections, long now) {
        return connections.filter(connection -> reason(connection, now) != null);
    }

    /** What a connection has been too slow with, or null. */
    @Nullable
    String reason(Connection connection, long now) {
        long silence = now - connection.hearing().last();
        if (connection.isEnding()) {
            return null;
        }
        if (!connection.hearing().hasSpoken() && silence >= handshake) {
            return "no request since it was opened";
        }
        return silence >= idle && engine.isIdle(connection.peer()) ? "idle" : null;
    }
}
