package io.gearmancdi.driver.worker;

import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Notices that a worker has had no job for a while. Guarded by its run. */
final class IdleWatch {

    private final IoLoop loop;
    private final Duration timeout;
    private final Runnable tooLong;
    private @Nullable Timer timer;

    /**
     * @param timeout zero: for ever
     */
    IdleWatch(IoLoop loop, Duration timeout, Runnable tooLong) {
        this.loop = loop;
        this.timeout = timeout;
        this.tooLong = tooLong;
    }

    void restart() {
        stop();
        if (!timeout.isZero()) {
            timer = loop.schedule(timeout, tooLong);
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
