package io.gearmancdi.server.net;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Connections that wait for their peers to read, and when they are closed nevertheless: once nothing has been read for
 * a while. However slowly somebody reads, what was answered is his.
 */
final class Lingering {
    private final long patience;
    private final Map<Connection, Wait> waits = new LinkedHashMap<>();

    private record Wait(long until, long written) {}

    Lingering(long patience) {
        this.patience = patience;
    }

    void add(Connection connection, long now) {
        waits.computeIfAbsent(connection, added -> wait(added, now));
    }

    private Wait wait(Connection connection, long now) {
        return new Wait(now + patience, connection.written());
    }

    void remove(Connection connection) {
        waits.remove(connection);
    }

    /** When {@link #due} has to be asked next; {@link Long#MAX_VALUE} for never. */
    long next() {
        return waits.isEmpty()
                ? Long.MAX_VALUE
                : waits.values().iterator().next().until();
    }

    /** One that is to be closed now, if there is any. */
    @Nullable
    Connection due(long now) {
        while (next() <= now) {
            var first = waits.entrySet().iterator().next();
            var connection = first.getKey();
            if (first.getValue().written() == connection.written()) {
                return connection;
            }
            waits.remove(connection);
            waits.put(connection, wait(connection, now));
        }
        return null;
    }
}
