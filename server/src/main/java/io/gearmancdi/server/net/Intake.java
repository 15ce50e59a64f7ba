package io.gearmancdi.server.net;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Large packets that have begun to come and are not whole, of all connections together. Where they take up too much,
 * only the first of them goes on until there is room, and nobody who lets his stand still is waited for long.
 */
final class Intake {
    private static final long STANDSTILL = 3000;
    private static final long LOOK = 1000;

    private final long limit;
    private final long patience;
    private final Map<Connection, Part> parts = new LinkedHashMap<>();
    private long size;
    private int paused;
    private long look;

    /** What has come of a packet, and when the last of it did. */
    private static final class Part {
        long size;
        long progress;
        boolean paused;
    }

    Intake(long limit, long patience) {
        this.limit = limit;
        this.patience = patience == 0 ? Long.MAX_VALUE / 2 : patience;
    }

    /** Takes notice of a connection that was read. */
    void account(Connection connection, long now) {
        long held = connection.unfinished();
        if (held == 0) {
            remove(connection, now);
            return;
        }
        look = parts.isEmpty() ? now + LOOK : look;
        var part = parts.computeIfAbsent(connection, added -> new Part());
        size += held - part.size;
        part.size = held;
        part.progress = now;
        if (size > limit && !part.paused && !isFirst(connection)) {
            part.paused = true;
            paused++;
            connection.pause();
        }
    }

    private boolean isFirst(Connection connection) {
        return parts.keySet().iterator().next() == connection;
    }

    /** Its packet is whole, or will never be. */
    void remove(Connection connection, long now) {
        var part = parts.remove(connection);
        if (part != null) {
            size -= part.size;
            paused -= part.paused ? 1 : 0;
            goOn(now);
        }
    }

    private void goOn(long now) {
        if (paused > 0) {
            parts.forEach((connection, part) -> {
                if (part.paused && (size <= limit || isFirst(connection))) {
                    part.paused = false;
                    part.progress = now;
                    paused--;
                    connection.resume();
                }
            });
        }
    }

    /** When {@link #stalled} has to be asked next; {@link Long#MAX_VALUE} for never. */
    long next() {
        return parts.isEmpty() ? Long.MAX_VALUE : look;
    }

    /** One whose packet has stood still for too long, if it is time to look. */
    Optional<Connection> stalled(long now) {
        if (next() > now) {
            return Optional.empty();
        }
        long since = now - (size > limit ? Math.min(STANDSTILL, patience) : patience);
        var found = parts.entrySet().stream()
                .filter(each -> !each.getValue().paused && each.getValue().progress <= since)
                .map(Map.Entry::getKey)
                .findFirst();
        look = found.isPresent() ? look : now + LOOK;
        return found;
    }
}
