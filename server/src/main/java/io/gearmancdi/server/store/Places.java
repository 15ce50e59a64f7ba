package io.gearmancdi.server.store;

import java.util.TreeMap;

/** The files of the log by their places, and how much of each is alive, by estimate. */
final class Places {
    private static final class Part {
        private long size;
        private long accepted;
        private long acceptedBytes;
        private long alive;

        private long aliveBytes() {
            return accepted == 0 ? 0 : acceptedBytes * alive / accepted;
        }
    }

    private final TreeMap<Long, Part> parts = new TreeMap<>();

    void add(long place, long size) {
        part(place).size = size;
    }

    private Part part(long place) {
        return parts.computeIfAbsent(place, unknown -> new Part());
    }

    void accepted(long place, long bytes) {
        var part = part(place);
        part.accepted++;
        part.alive++;
        part.acceptedBytes += bytes;
    }

    void ended(long place) {
        var part = parts.get(place);
        if (part != null) {
            part.alive--;
        }
    }

    /** The oldest one, which alone may go: a later one may say that a job of an earlier one has ended. */
    long oldest() {
        return parts.isEmpty() ? Long.MAX_VALUE : parts.firstKey();
    }

    boolean isDead(long place) {
        return part(place).alive == 0;
    }

    void remove(long place) {
        parts.remove(place);
    }

    /** Whether more than half of the files is waste, beyond what is not worth the trouble. */
    boolean areWasteful(long tolerated) {
        long size = 0;
        long alive = 0;
        for (var part : parts.values()) {
            size += part.size;
            alive += part.aliveBytes();
        }
        return size > 2 * alive + tolerated;
    }
}
