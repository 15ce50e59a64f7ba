package io.gearmancdi.driver.client;

import io.gearmancdi.event.TaskEvent;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The mailbox of a task that nobody waits for: its events and its end are delivered on the executor, in order. */
final class AsyncMailbox implements Mailbox, Runnable {

    private final AsyncDelivery delivery;
    private final TaskEvents listeners;
    private final Runnable end;
    private final AtomicInteger work = new AtomicInteger();
    private volatile @Nullable Queue<TaskEvent> events;
    private volatile boolean ended;

    /**
     * @param end runs on the executor when the task has ended and its events are delivered
     */
    AsyncMailbox(AsyncDelivery delivery, TaskEvents listeners, Runnable end) {
        this.delivery = delivery;
        this.listeners = listeners;
        this.end = end;
    }

    @Override
    public Haste haste() {
        return delivery.isDelivering() ? Haste.WITH_OTHERS : Haste.AT_ONCE;
    }

    /** Only the reader of the connection posts. */
    @Override
    public void post(TaskEvent event) {
        var queue = events;
        if (queue == null) {
            queue = new ConcurrentLinkedQueue<>();
            events = queue;
        }
        queue.add(event);
        signal();
    }

    @Override
    public void ended(ClientTask task) {
        ended = true;
        signal();
    }

    private void signal() {
        if (work.getAndIncrement() == 0) {
            delivery.enqueue(this);
        }
    }

    @Override
    public void run() {
        int seen = work.get();
        do {
            boolean last = ended;
            var queue = events;
            if (queue != null) {
                for (var event = queue.poll(); event != null; event = queue.poll()) {
                    listeners.fire(event);
                }
            }
            if (last) {
                end.run();
                return;
            }
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }
}
