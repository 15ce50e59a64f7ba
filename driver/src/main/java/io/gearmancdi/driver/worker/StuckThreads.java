package io.gearmancdi.driver.worker;

import io.gearmancdi.driver.log.DriverLog;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one worker, over all its runs, that are still in jobs which exceeded their execution timeout. As many
 * as there are slots, and the worker asks for no job until one of them returns: so their number has a bound.
 * Thread-safe.
 */
final class StuckThreads {

    private final String worker;
    private final Runnable resume;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param resume lets the worker ask for jobs again */
    StuckThreads(String worker, Runnable resume) {
        this.worker = worker;
        this.resume = resume;
    }

    void add() {
        count.incrementAndGet();
    }

    void returned(int slots) {
        count.decrementAndGet();
        if (!isFull(slots) && told.compareAndSet(true, false)) {
            DriverLog.unstuck(worker);
        }
        resume.run();
    }

    boolean isFull(int slots) {
        return count.get() >= slots;
    }

    /** Says once that no job is taken, if it is so. */
    void tell(int slots) {
        if (isFull(slots) && told.compareAndSet(false, true)) {
            DriverLog.stuck(worker, count.get());
        }
    }
}
