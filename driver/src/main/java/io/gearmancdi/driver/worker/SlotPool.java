package io.gearmancdi.driver.worker;

import io.gearmancdi.driver.session.Slots;

/** The slots of one run, as numbers: how many are promised to a server, how many are busy, how many jobs have begun. */
final class SlotPool implements Slots {

    private final int capacity;
    private final int iterations;
    private final StuckThreads stuck;
    private int reserved;
    private int busy;
    private int begun;

    /**
     * @param iterations how many jobs may begin; 0: any number
     * @param stuck let no slot be taken when they are as many as all of them
     */
    SlotPool(int capacity, int iterations, StuckThreads stuck) {
        this.capacity = capacity;
        this.iterations = iterations;
        this.stuck = stuck;
    }

    @Override
    public boolean tryReserve() {
        if (reserved + busy >= capacity
                || (iterations > 0 && begun + reserved >= iterations)
                || stuck.isFull(capacity)) {
            return false;
        }
        reserved++;
        return true;
    }

    @Override
    public void release() {
        reserved--;
    }

    /** A job has come for a reserved slot. */
    void fill() {
        reserved--;
        busy++;
        begun++;
    }

    /** The slot's job has ended. */
    void free() {
        busy--;
    }

    boolean isExhausted() {
        return iterations > 0 && begun >= iterations;
    }

    int begun() {
        return begun;
    }

    int iterations() {
        return iterations;
    }
}
