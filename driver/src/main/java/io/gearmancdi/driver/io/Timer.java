package io.gearmancdi.driver.io;

/** Something that the I/O thread does later. */
public final class Timer implements Comparable<Timer> {

    private final Timers owner;
    private final long at;
    private final long sequence;
    private final Runnable task;
    private volatile boolean done;

    Timer(Timers owner, long at, long sequence, Runnable task) {
        this.owner = owner;
        this.at = at;
        this.sequence = sequence;
        this.task = task;
    }

    /** Lets it not happen, unless it has begun. Any thread. */
    public void cancel() {
        if (!done) {
            done = true;
            owner.cancelled();
        }
    }

    long at() {
        return at;
    }

    boolean isDone() {
        return done;
    }

    void run() {
        if (!done) {
            done = true;
            task.run();
        }
    }

    @Override
    public int compareTo(Timer other) {
        int order = Long.signum(at - other.at);
        return order != 0 ? order : Long.compare(sequence, other.sequence);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
