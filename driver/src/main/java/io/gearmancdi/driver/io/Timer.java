package io.gearmancdi.driver.io;

import java.util.Comparator;

/** Something that the I/O thread does later. */
public final class Timer {

    /** Earlier ones first; the clock may wrap. */
    static final Comparator<Timer> ORDER = (a, b) -> {
        int order = Long.signum(a.at - b.at);
        return order != 0 ? order : Long.compare(a.sequence, b.sequence);
    };

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
}
