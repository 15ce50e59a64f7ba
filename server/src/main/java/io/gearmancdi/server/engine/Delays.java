package io.gearmancdi.server.engine;

import org.jspecify.annotations.Nullable;

/**
 * The jobs whose time has not come. Clients give it by the clock on the wall, which somebody may set; all else in the
 * engine goes by a time that nobody can set.
 */
final class Delays {
    /** How long it may take until it is noticed that the clock was set. */
    static final long LOOK = 1000;

    private final Timers timers = new Timers();
    private long looked;
    private long ahead;

    /** What the clock on the wall shows now. */
    void synchronize(long now, long wall) {
        looked = now;
        ahead = wall - now;
    }

    boolean isLater(Job job, long now) {
        return job.due > now + ahead;
    }

    void add(Job job) {
        timers.add(job, job.due);
    }

    void remove(Job job) {
        timers.remove(job);
    }

    @Nullable
    Job due(long now) {
        return timers.due(now + ahead);
    }

    /** When to look again, {@link Long#MAX_VALUE} where no job waits for its time. */
    long next() {
        long first = timers.next();
        return first == Long.MAX_VALUE ? first : Math.min(first - ahead, looked + LOOK);
    }
}
