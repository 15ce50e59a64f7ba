package io.gearmancdi.driver.io;

import io.gearmancdi.driver.log.DriverLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one I/O thread: serves all channels and timers. It starts when it is first needed and never runs the application's
 * code.
 */
public final class IoLoop implements AutoCloseable {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final ThreadFactory threads;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Timers timers = new Timers();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final ReentrantLock starting = new ReentrantLock();
    private volatile @Nullable Selector selector;
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    /**
     * Makes a loop; its thread does not run yet.
     *
     * @param threads makes its thread
     */
    public IoLoop(ThreadFactory threads) {
        this.threads = threads;
    }

    /**
     * Does something on the I/O thread, soon. Any thread. After {@link #close} it is done at once, by the caller.
     *
     * @param task short and without blocking
     */
    public void execute(Runnable task) {
        if (closed && !isLoopThread()) {
            task.run();
            return;
        }
        tasks.add(task);
        wakeUp();
        if (closed && !isLoopThread()) {
            runTasks();
        }
    }

    /**
     * Does something on the I/O thread, later. Any thread.
     *
     * @param delay how much later
     * @param task short and without blocking
     * @return takes it back
     */
    public Timer schedule(Duration delay, Runnable task) {
        // Whoever says 300 years means for ever, and sums of times must not wrap
        long nanos = delay.compareTo(FOR_EVER) < 0 ? delay.toNanos() : FOR_EVER.toNanos();
        return timers.add(System.nanoTime() + nanos, task, this::wakeUp);
    }

    /**
     * Makes a thread for something short that blocks, or that the executor would not take.
     *
     * @param task what it does
     * @return the thread, not started
     */
    public Thread newThread(Runnable task) {
        return threads.newThread(task);
    }

    boolean isLoopThread() {
        return Thread.currentThread() == thread;
    }

    /** The selector, on the I/O thread only. */
    Selector selector() {
        var current = selector;
        if (current == null) {
            throw new IllegalStateException("The I/O thread does not run");
        }
        return current;
    }

    private void wakeUp() {
        if (isLoopThread()) {
            return;
        }
        if (selector == null) {
            start();
        }
        var current = selector;
        if (current != null && awake.compareAndSet(false, true)) {
            current.wakeup();
        }
    }

    private void start() {
        starting.lock();
        try {
            if (selector == null && !closed) {
                selector = Selector.open();
                var runner = threads.newThread(this::run);
                thread = runner;
                runner.start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No selector for the I/O thread", e);
        } finally {
            starting.unlock();
        }
    }

    private void run() {
        var current = selector();
        try {
            while (!closed) {
                select(current);
                runTasks();
                for (var timer : timers.takeDue(System.nanoTime())) {
                    guarded("a timer", timer::run);
                }
            }
            runTasks();
        } catch (IOException e) {
            DriverLog.internal("the I/O thread has ended", e);
        } finally {
            closeAll(current);
        }
    }

    private void select(Selector current) throws IOException {
        awake.set(false);
        long wait = timers.untilNext(System.nanoTime());
        if (!tasks.isEmpty() || wait <= 0 || closed) {
            current.selectNow(IoLoop::ready);
        } else if (wait == Long.MAX_VALUE) {
            current.select(IoLoop::ready);
        } else {
            current.select(IoLoop::ready, TimeUnit.NANOSECONDS.toMillis(wait) + 1);
        }
        awake.set(true);
    }

    private static void ready(SelectionKey key) {
        guarded("a channel", () -> ((Ready) key.attachment()).ready(key));
    }

    private void runTasks() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded("a task", task);
        }
    }

    private static void guarded(String what, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            DriverLog.internal(what + " of the I/O thread", e);
        }
    }

    private static void closeAll(Selector selector) {
        try {
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            DriverLog.internal("closing the selector", e);
        }
    }

    /** Ends the thread after the tasks that were given before; waits for it. Connections are to be closed first. */
    @Override
    public void close() {
        starting.lock();
        try {
            closed = true;
        } finally {
            starting.unlock();
        }
        var current = selector;
        if (current != null) {
            current.wakeup();
        }
        var runner = thread;
        if (runner != null && !isLoopThread()) {
            join(runner);
        }
    }

    private static void join(Thread runner) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + LAST_WAIT.toNanos();
        while (runner.isAlive()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                DriverLog.internal("closing", new IllegalStateException("the I/O thread does not end"));
                break;
            }
            try {
                TimeUnit.NANOSECONDS.timedJoin(runner, left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a selection key is attached to. */
    interface Ready {
        void ready(SelectionKey key);
    }
}
