package io.gearmancdi.server.net;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connections that end but have answers left, and when they are closed nevertheless. The first to begin is the first to be closed. */
final class Lingering {
    private static final long PATIENCE = 5000;

    private final Map<Connection, Long> ends = new LinkedHashMap<>();

    void add(Connection connection, long now) {
        ends.putIfAbsent(connection, now + PATIENCE);
    }

    void remove(Connection connection) {
        ends.remove(connection);
    }

    /** When {@link #due} has one next; {@link Long#MAX_VALUE} for never. */
    long next() {
        return ends.isEmpty() ? Long.MAX_VALUE : ends.values().iterator().next();
    }

    /** One that is to be closed now, if there is any. */
    @Nullable
    Connection due(long now) {
        return next() <= now ? ends.keySet().iterator().next() : null;
    }
}
