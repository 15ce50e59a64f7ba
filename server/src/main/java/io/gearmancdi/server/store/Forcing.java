package io.gearmancdi.server.store;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Forces one group after another on a thread of its own. A group that failed is never tried again: what is lost is
 * unknown.
 */
final class Forcing {
    private static final long PATIENCE_SECONDS = 60;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var daemon = new Thread(task, "gearman-server-store");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile Runnable wakeUp = () -> {};
    private volatile long kept;
    private volatile @Nullable IOException failure;
    private long begun;

    void whenKept(Runnable action) {
        wakeUp = action;
    }

    long kept() {
        return kept;
    }

    long begun() {
        return begun;
    }

    boolean isIdle() {
        return kept == begun;
    }

    void check() throws IOException {
        var reason = failure;
        if (reason != null) {
            throw reason;
        }
    }

    /** What has been written before is the next group. */
    void begin(Steps steps) {
        long group = ++begun;
        thread.execute(() -> run(group, steps));
    }

    private void run(long group, Steps steps) {
        try {
            check();
            steps.run();
            kept = group;
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = new IOException(e);
        }
        wakeUp.run();
    }

    /** Waits for the last group. */
    void close() throws IOException {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("The disk does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        check();
    }

    /** What makes a group safe. */
    interface Steps {
        void run() throws IOException;

        /** Files that were left come first, and names before what is told of them. */
        static Steps of(Volume volume, boolean newNames, List<Volume.LogFile> left, Volume.LogFile current) {
            return () -> {
                for (var file : left) {
                    file.force();
                    file.close();
                }
                current.force();
                if (newNames) {
                    volume.forceNames();
                }
            };
        }
    }
}
