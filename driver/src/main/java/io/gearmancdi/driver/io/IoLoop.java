package io.gearmancdi.driver.io;

import io.gearmancdi.driver.log.DriverLog;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one I/O thread: serves all channels and timers. It starts when it is first needed and never runs code of the
 * application.
 */
public final class IoLoop implements AutoCloseable {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(10);

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
     * @throws RejectedExecutionException if the thread does not run and cannot be started; then the task is not done
     */
    public void execute(Runnable task) {
        if (closed && !isLoopThread()) {
            task.run();
            return;
        }
        start();
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
     * @throws RejectedExecutionException as {@link #execute}
     */
    public Timer schedule(Duration delay, Runnable task) {
        start();
        // Whoever says 300 years means for ever, and sums of times must not wrap
        long nanos = delay.compareTo(FOR_EVER) < 0 ? delay.toNanos() : FOR_EVER.toNanos();
        return timers.add(System.nanoTime() + nanos, task, this::wakeUp);
    }

    /**
     * Makes a thread for something short that blocks, or that the executor would not take.
     *
     * @param task what it does
     * @return the thread, not started
     * @throws RejectedExecutionException if there is none to be had
     */
    public Thread newThread(Runnable task) {
        var made = threads.newThread(task);
        if (made == null) {
            throw new RejectedExecutionException("the thread factory gives no thread");
        }
        return made;
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
        var current = selector;
        if (current != null && !isLoopThread() && awake.compareAndSet(false, true)) {
            current.wakeup();
        }
    }

    /**
     * Starts the thread, unless it runs, or is closed. Any thread.
     *
     * @throws RejectedExecutionException if it cannot be started; it may be tried again
     */
    public void start() {
        if (selector == null) {
            starting.lock();
            try {
                if (selector == null && !closed) {
                    startThread();
                }
            } finally {
                starting.unlock();
            }
        }
    }

    private void startThread() {
        try {
            var opened = Selector.open();
            try {
                var runner = newThread(() -> run(opened));
                thread = runner;
                runner.start();
            } catch (RuntimeException | Error e) {
                thread = null;
                opened.close();
                throw e;
            }
            selector = opened;
        } catch (IOException | RuntimeException | Error e) {
            throw new RejectedExecutionException("the I/O thread cannot be started: " + e, e);
        }
    }

    private void run(Selector own) {
        // Whoever has started this thread says so as well, but maybe later
        selector = own;
        try {
            while (!closed) {
                try {
                    turn(own);
                } catch (IOException | RuntimeException | Error e) {
                    log("the I/O thread", e);
                    LockSupport.parkNanos(BREATH);
                }
            }
            runTasks();
        } finally {
            end(own);
        }
    }

    private void turn(Selector own) throws IOException {
        select(own);
        runTasks();
        for (var timer : timers.takeDue(System.nanoTime())) {
            guarded("a timer", timer::run);
        }
    }

    private void select(Selector current) throws IOException {
        awake.set(false);
        // The thread ends when the loop is closed, not before; interrupted it would never wait again
        Thread.interrupted();
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
            log(what + " of the I/O thread", e);
        }
    }

    /** Whoever cannot even log it goes on all the same. */
    private static void log(String what, Throwable thrown) {
        try {
            DriverLog.internal(what, thrown);
        } catch (RuntimeException | Error e) {
            thrown.addSuppressed(e);
        }
    }

    private void end(Selector own) {
        for (var key : List.copyOf(own.keys())) {
            guarded("a channel", () -> ((Ready) key.attachment()).lost(new IOException("the I/O thread has ended")));
        }
        runTasks();
        try {
            for (var key : own.keys()) {
                key.channel().close();
            }
            own.close();
        } catch (IOException e) {
            log("closing the selector", e);
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

        /** Nothing will be ready any more. */
        void lost(IOException why);
    }
}
