package io.gearmancdi.driver.admin;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** Until when something has to be done. Not thread-safe. */
final class Deadline {

    private final long timeout;
    private long end;

    Deadline(Duration timeout) {
        this.timeout = timeout.toNanos();
        startAnew();
    }

    void startAnew() {
        end = System.nanoTime() + timeout;
    }

    /** At least one. */
    int millisLeft() throws SocketTimeoutException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("nothing in time");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
