package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.ConnectionSettings;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long a server is waited for whose connection was lost: as long as the making of one may take. So calls outlast a
 * restart, and fail at once while a server is away for long or was never there. It is tried on, for the sake of later
 * calls, with growing waits. Guarded by the lock of its connection.
 */
final class Absence {

    private final ConnectionSettings settings;
    private final Duration idleTimeout;
    private long patienceEnds = System.nanoTime();
    private long asked = patienceEnds;
    private int attempts;

    /**
     * @param idleTimeout after which nobody is interested in the server any more; zero: never
     */
    Absence(ConnectionSettings settings, Duration idleTimeout) {
        this.settings = settings;
        this.idleTimeout = idleTimeout;
    }

    void begins() {
        asked();
        patienceEnds = asked + settings.connectTimeout().toNanos();
    }

    void ends() {
        attempts = 0;
    }

    /** Somebody wants the server. */
    void asked() {
        asked = System.nanoTime();
    }

    /** {@return whether those who have no other server wait for this one} */
    boolean isPatient() {
        return patienceEnds - System.nanoTime() > 0;
    }

    /** The wait before the next attempt; null if nobody is interested. */
    @Nullable
    Duration untilNextAttempt() {
        long now = System.nanoTime();
        if (!idleTimeout.isZero() && now - asked > idleTimeout.toNanos()) {
            return null;
        }
        var wait = settings.reconnect()
                .after(++attempts, bound -> ThreadLocalRandom.current().nextLong(bound));
        long left = patienceEnds - now;
        return left > 0 && wait.toNanos() > left ? Duration.ofNanos(left) : wait;
    }
}
