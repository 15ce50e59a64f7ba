package io.gearmancdi.driver.client;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What only the reader of a client's connection may do. That is the I/O thread, or a caller that waits alone; others take
 * the reader's place for a moment.
 */
final class Reading {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Watch watch;

    /** Does something that may not be done while another thread reads. Any thread. */
    void exclusively(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    void watch(Watch fresh) {
        exclusively(() -> {
            watch = fresh;
            fresh.start();
        });
    }

    /** Something was read. */
    void heard() {
        lock.lock();
        try {
            if (watch != null) {
                watch.heard();
            }
        } finally {
            lock.unlock();
        }
    }

    /** To be called exclusively. */
    void stopWatching() {
        if (watch != null) {
            watch.stop();
            watch = null;
        }
    }
}
