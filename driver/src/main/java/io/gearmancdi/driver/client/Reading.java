package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.session.ClientSession;
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

    /**
     * Reads in the calling thread what comes, as long as nothing but its own request is outstanding.
     *
     * @param millis how long at most
     * @return false if nothing came, or others wait as well: then the I/O thread reads
     */
    static boolean await(ClientSession session, Connection connection, long millis) {
        if (!session.isAlone()) {
            connection.giveBack();
            return false;
        }
        return connection.await(millis);
    }

    /** A caller that may have read waits no longer: the I/O thread reads if others wait. If none does, the next may read. */
    static void left(ClientSession session, Connection connection) {
        if (!session.isIdle()) {
            connection.giveBack();
        }
    }
}
