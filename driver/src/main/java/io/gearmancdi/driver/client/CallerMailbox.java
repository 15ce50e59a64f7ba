package io.gearmancdi.driver.client;

import io.gearmancdi.event.TaskEvent;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** The mailbox of a caller that waits: events are delivered in its own thread. */
final class CallerMailbox implements Mailbox {

    private final Thread owner = Thread.currentThread();
    private final Queue<TaskEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open;
    private final Haste haste;

    CallerMailbox(int tasks) {
        open = new AtomicInteger(tasks);
        haste = tasks == 1 ? Haste.READS_ITSELF : Haste.AT_ONCE;
    }

    @Override
    public Haste haste() {
        return haste;
    }

    @Override
    public void post(TaskEvent event) {
        events.add(event);
        LockSupport.unpark(owner);
    }

    @Override
    public void ended(ClientTask task) {
        if (open.decrementAndGet() == 0) {
            LockSupport.unpark(owner);
        }
    }

    /**
     * Waits for all tasks, delivering events meanwhile.
     *
     * @param pause waits no longer than so many nanoseconds, and ends early when the owner is unparked
     * @return whether all have ended; false at the deadline
     */
    boolean await(long deadline, TaskEvents listeners, LongConsumer pause) throws InterruptedException {
        while (true) {
            boolean ended = open.get() == 0;
            for (var event = events.poll(); event != null; event = events.poll()) {
                listeners.fire(event);
            }
            if (ended) {
                return true;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return open.get() == 0;
            }
            if (events.isEmpty() && open.get() > 0) {
                pause.accept(left);
            }
        }
    }
}
