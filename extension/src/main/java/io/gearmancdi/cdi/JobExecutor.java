package io.gearmancdi.cdi;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What runs jobs, observers and completions.
 *
 * @param executor runs only things that end
 * @param description which one it is, for the log
 * @param onClose ends an own pool; does nothing to a container's executor
 */
record JobExecutor(Executor executor, String description, Runnable onClose) {

    private static final int CLOSE_MILLIS = 1_000;

    /** An executor of somebody else: never shut down. */
    static JobExecutor foreign(Executor executor, String description) {
        return new JobExecutor(executor, description, () -> {});
    }

    /** A pool of daemon threads that see the application's classes. */
    static JobExecutor ownPool() {
        var loader = Thread.currentThread().getContextClassLoader();
        var count = new AtomicInteger();
        var pool = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "gearman-job-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
        return own(pool, "an own pool of daemon threads");
    }

    /** The same one; its tasks see the application's classes. */
    JobExecutor with(ClassLoader loader) {
        return new JobExecutor(task -> executor.execute(() -> ContextLoader.run(loader, task)), description, onClose);
    }

    /** An executor that ends with the application. */
    static JobExecutor own(ExecutorService pool, String description) {
        return new JobExecutor(pool, description, () -> close(pool));
    }

    void close() {
        onClose.run();
    }

    private static void close(ExecutorService pool) {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                ExtensionLog.threadsLeft();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
