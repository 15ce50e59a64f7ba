package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.log.DriverLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands mailboxes to the executor: all that one read has filled as one task. */
final class AsyncDelivery {

    private final IoLoop loop;
    private final Executor executor;
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    AsyncDelivery(IoLoop loop, Executor executor) {
        this.loop = loop;
        this.executor = executor;
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
        if (batch.isEmpty()) {
            return;
        }
        try {
            executor.execute(() -> run(batch));
        } catch (RejectedExecutionException e) {
            // A full or closed executor must not swallow an outcome
            loop.newThread(() -> run(batch)).start();
        }
    }

    private static void run(List<Runnable> batch) {
        for (var mailbox : batch) {
            try {
                mailbox.run();
            } catch (RuntimeException | Error e) {
                DriverLog.internal("delivering an outcome", e);
            }
        }
    }
}
