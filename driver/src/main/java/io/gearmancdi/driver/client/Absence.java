package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.ConnectionSettings;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long a server is waited for whose connection was lost: as long as the making of one may take. So calls outlast a
 * restart, and fail at once while a server is away for long or was never there. Guarded by the lock of its connection.
 */
final class Absence {

    private final ConnectionSettings settings;
    private long patienceEnds = System.nanoTime();
    private int attempts;

    Absence(ConnectionSettings settings) {
        this.settings = settings;
    }

    void begins() {
        patienceEnds = System.nanoTime() + settings.connectTimeout().toNanos();
    }

    void ends() {
        attempts = 0;
    }

    /** The wait before the next attempt; null if the time is over. */
    @Nullable
    Duration untilNextAttempt() {
        long left = patienceEnds - System.nanoTime();
        if (left <= 0) {
            return null;
        }
        var wait = settings.reconnect()
                .after(++attempts, bound -> ThreadLocalRandom.current().nextLong(bound));
        return Duration.ofNanos(Math.min(wait.toNanos(), left));
    }
}
