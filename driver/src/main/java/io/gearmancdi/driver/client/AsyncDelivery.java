package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.Handover;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.log.DriverLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands mailboxes to the executor: all that one read has filled as one task. */
final class AsyncDelivery {

    /** So many threads deliver at once where the executor does not. */
    private static final int MOST = 64;

    private final IoLoop loop;
    private final Handover handover;
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ThreadLocal<Boolean> delivering = new ThreadLocal<>();
    private final Runnable delivered;

    /** @param delivered told by each task of the executor at its end */
    AsyncDelivery(IoLoop loop, Executor executor, Runnable delivered) {
        this.loop = loop;
        this.handover = new Handover(loop, executor, MOST);
        this.delivered = delivered;
    }

    /** Any thread; what the I/O thread enqueues while it reads is handed over when it has read. */
    void enqueue(Runnable mailbox) {
        queue.add(mailbox);
        if (scheduled.compareAndSet(false, true)) {
            loop.execute(this::flush);
        }
    }

    private void flush() {
        scheduled.set(false);
        var batch = new ArrayList<Runnable>();
        for (var mailbox = queue.poll(); mailbox != null; mailbox = queue.poll()) {
            batch.add(mailbox);
        }
        if (!batch.isEmpty()) {
            handover.execute(() -> run(batch));
        }
    }

    /** Whether the current thread delivers: what it submits meanwhile is sent when it has delivered all. */
    boolean isDelivering() {
        return delivering.get() != null;
    }

    private void run(List<Runnable> batch) {
        delivering.set(true);
        try {
            batch.forEach(AsyncDelivery::deliver);
        } finally {
            delivering.remove();
            delivered.run();
        }
    }

    private static void deliver(Runnable mailbox) {
        try {
            mailbox.run();
        } catch (Throwable e) { // a listener in another language may throw what it does not declare
            DriverLog.internal("delivering an outcome", e);
        }
    }
}
