package io.gearmancdi.driver.worker;

import io.gearmancdi.driver.session.Slots;
import java.util.OptionalLong;

/**
 * The slots of one run, as numbers: how many jobs are asked for, how many wait for a slot, how many slots are busy,
 * how many jobs have begun.
 */
final class SlotPool implements Slots {

    private final int capacity;
    private final int prefetch;
    private final int iterations;
    private final StuckThreads stuck;
    private int reserved;
    private int waiting;
    private int busy;
    private int begun;

    /**
     * @param prefetch how many jobs may be asked for beyond those that can run
     * @param iterations how many jobs may begin; 0: any number
     * @param stuck let no slot be taken when they are as many as all of them
     */
    SlotPool(int capacity, int prefetch, int iterations, StuckThreads stuck) {
        this.capacity = capacity;
        this.prefetch = prefetch;
        this.iterations = iterations;
        this.stuck = stuck;
    }

    @Override
    public boolean tryReserve() {
        if (reserved + waiting + busy >= (long) capacity + prefetch
                || (iterations > 0 && begun + waiting + reserved >= iterations)
                || stuck.isFull(capacity)) {
            return false;
        }
        reserved++;
        return true;
    }

    @Override
    public void reserveLate() {
        reserved++;
    }

    @Override
    public void release() {
        reserved--;
    }

    /** A job has come that was asked for; it waits for a slot. */
    void arrived() {
        reserved--;
        waiting++;
    }

    /** Half of the jobs that may be here at once. */
    int half() {
        return (int) (((long) capacity + prefetch) / 2);
    }

    /** Whether a job that waits could begin. */
    boolean hasFree() {
        return busy < capacity;
    }

    /** A job that waited begins, in a free slot. */
    void begin() {
        waiting--;
        busy++;
        begun++;
    }

    /** A job that waited will not begin. */
    void dropped() {
        waiting--;
    }

    /** The slot's job has ended. */
    void free() {
        busy--;
    }

    boolean isExhausted() {
        return iterations > 0 && begun >= iterations;
    }

    /** How many jobs may still begin; empty: any number. */
    OptionalLong remaining() {
        return iterations == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, (long) iterations - begun));
    }
}
