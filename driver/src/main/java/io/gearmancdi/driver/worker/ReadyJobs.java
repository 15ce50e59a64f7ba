package io.gearmancdi.driver.worker;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that have come and wait for a turn, in order. Asks for one turn at a time: a turn that has begun asks for
 * the next while jobs wait and slots are free, so that short jobs occupy few threads and long ones soon all. A turn
 * that has not begun in time is asked for again, after ever longer times: executors lose tasks. Guarded by the lock of
 * the run; turns come without it.
 */
final class ReadyJobs {

    /** How long a turn that was asked for has to begin; too short only costs the executor a task that does nothing. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final ReentrantLock lock;
    private final SlotPool slots;
    private final LongSupplier clock;
    private final Queue<RunningJob> waiting = new ArrayDeque<>();
    private boolean asked;
    private long askedAt;
    private long patience = PATIENCE;
    private int held;

    /** @param clock nanoseconds */
    ReadyJobs(ReentrantLock lock, SlotPool slots, LongSupplier clock) {
        this.lock = lock;
        this.slots = slots;
        this.clock = clock;
    }

    void add(RunningJob job) {
        waiting.add(job);
    }

    /** Whether another job could begin now. */
    boolean isAny() {
        return !waiting.isEmpty() && slots.hasFree();
    }

    /**
     * Whether what was sent need not be written yet: turns go on with jobs that wait, and fewer than half of the jobs
     * that may be here have ended since the last write.
     *
     * @param ended whether a job has ended just now whose turn takes the next one
     */
    boolean isHeld(boolean ended) {
        if (ended) {
            held = isAny() ? held + 1 : 0;
        }
        boolean hold = held > 0 && held < slots.half();
        held = hold ? held : 0;
        return hold;
    }

    /** Whether the executor is to be asked for a turn; it is taken for asked then. */
    boolean ask() {
        if (!isAny() || (asked && clock.getAsLong() - askedAt < patience)) {
            return false;
        }
        patience = asked ? 2 * patience : PATIENCE;
        asked();
        return true;
    }

    private void asked() {
        asked = true;
        askedAt = clock.getAsLong();
    }

    /** The job with which the turn that was asked for begins; null if there is none now. A turn, without the lock. */
    @Nullable
    RunningJob first() {
        return take(true);
    }

    /** The next job of a turn; null if none waits or no slot is free. A turn, without the lock. */
    @Nullable
    RunningJob next() {
        return take(false);
    }

    private @Nullable RunningJob take(boolean answers) {
        lock.lock();
        try {
            asked &= !answers;
            if (!isAny()) {
                return null;
            }
            slots.begin();
            return waiting.remove();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #ask}. A turn, without the lock. */
    boolean asks() {
        lock.lock();
        try {
            return ask();
        } finally {
            lock.unlock();
        }
    }

    /** A turn stands by as if asked for; {@link #first} is due then. False if another one is. Without the lock. */
    boolean standBy() {
        lock.lock();
        try {
            boolean free = !asked;
            if (free) {
                asked();
            }
            return free;
        } finally {
            lock.unlock();
        }
    }

    /** The executor refused the turn that was asked for. Without the lock. */
    void refused() {
        lock.lock();
        try {
            asked = false;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets jobs that will not begin, and tells which. */
    Set<RunningJob> drop(Predicate<RunningJob> which) {
        var dropped = waiting.stream().filter(which).collect(Collectors.toSet());
        waiting.removeIf(which);
        dropped.forEach(job -> slots.dropped());
        return dropped;
    }
}
