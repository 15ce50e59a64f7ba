package io.gearmancdi.driver.io;

import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.log.Seldom;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Hands tasks to the application's executor, which may be anybody's: full, closed, without a thread to be had, or one
 * that runs a task in the thread that hands it over. No task runs twice, and none in that thread: it may be the I/O
 * thread. Thread-safe.
 */
public final class Handover {

    private static final Duration RETRY = Duration.ofMillis(100);
    private static final long KEPT_MILLIS = 100;

    private final IoLoop loop;
    private final Executor executor;
    private final Executor own;
    private final Seldom failures = new Seldom();

    /**
     * Makes one; no thread runs yet.
     *
     * @param loop the I/O thread
     * @param executor anybody's
     * @param most how many threads of its own may run at once what the executor does not
     */
    public Handover(IoLoop loop, Executor executor, int most) {
        this.loop = loop;
        this.executor = executor;
        this.own = new ThreadPoolExecutor(
                0, most, KEPT_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), loop::newThread);
    }

    /**
     * Has something run that ends: by the executor, or by a thread of its own where that refuses. Managed executors run
     * a task as whoever hands it over: let it be the I/O thread, which is nobody.
     *
     * @param task runs later if there is no thread now
     */
    public void execute(Runnable task) {
        handOver(new Once(task));
    }

    /**
     * As {@link #execute(Runnable)}, also by a thread of its own where the executor has not begun after a while.
     *
     * @param task runs later if there is no thread now
     * @param patience how long the executor has
     */
    public void execute(Runnable task, Duration patience) {
        var once = new Once(task);
        handOver(once);
        loop.schedule(patience, () -> {
            if (!once.begun.get()) {
                alone(once);
            }
        });
    }

    private void handOver(Once once) {
        if (ask(once) != null || once.cameBack) {
            alone(once);
        }
    }

    /**
     * Has something run that ends: by the executor, or by a thread of its own where that would take the current thread.
     *
     * @param task what does not run if the executor refuses
     * @return why the executor refused; null if it did not
     */
    public @Nullable Throwable offer(Runnable task) {
        var once = new Once(task);
        var refusal = ask(once);
        if (refusal != null) {
            return once.begin() ? refusal : null;
        }
        if (once.cameBack) {
            alone(once);
        }
        return null;
    }

    private @Nullable Throwable ask(Once once) {
        try {
            executor.execute(once);
            return null;
        } catch (Throwable refusal) { // anybody's executor, which may even have taken the task
            return refusal;
        } finally {
            once.asking = null;
        }
    }

    /** The I/O thread starts it: threads inherit. */
    private void alone(Once once) {
        loop.execute(() -> {
            try {
                own.execute(once);
            } catch (RuntimeException | Error e) {
                failures.say(unsaid -> DriverLog.executorRefused("a task, and there is no other thread", e, unsaid));
                loop.schedule(RETRY, () -> alone(once));
            }
        });
    }

    /** What two may run, and one does; but not the thread that hands it over. */
    private static final class Once implements Runnable {

        private final Runnable task;
        private final AtomicBoolean begun = new AtomicBoolean();
        private @Nullable Thread asking = Thread.currentThread();
        private boolean cameBack;

        Once(Runnable task) {
            this.task = task;
        }

        boolean begin() {
            return begun.compareAndSet(false, true);
        }

        @Override
        public void run() {
            // Others may see the thread or null: neither is theirs
            if (Thread.currentThread() == asking) {
                cameBack = true;
            } else if (begin()) {
                task.run();
            }
        }
    }
}
