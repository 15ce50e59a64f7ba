package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.session.Heartbeat;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Watches one connection: whether its server is alive, and whether anybody uses it. Confined to the I/O thread. */
final class Watch {

    private final IoLoop loop;
    private final Connection connection;
    private final Duration silence;
    private final Duration idleTimeout;
    private final Runnable ask;
    private final Runnable idle;
    private final Heartbeat heartbeat;
    private long used = System.nanoTime();
    private @Nullable Timer timer;

    /**
     * @param silence how long a server may say nothing before it is asked; zero: for ever
     * @param idleTimeout how long nobody may use the connection; zero: for ever
     */
    Watch(IoLoop loop, Connection connection, Duration silence, Duration idleTimeout, Runnable ask, Runnable idle) {
        this.loop = loop;
        this.connection = connection;
        this.silence = silence;
        this.idleTimeout = idleTimeout;
        this.ask = ask;
        this.idle = idle;
        this.heartbeat = new Heartbeat(silence.toNanos(), used);
    }

    void start() {
        var interval = (silence.isZero() ? idleTimeout : silence).dividedBy(2);
        if (!interval.isZero()) {
            timer = loop.schedule(interval, this::check);
        }
    }

    void heard() {
        used = System.nanoTime();
        heartbeat.heard(used);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
        }
    }

    private void check() {
        long now = System.nanoTime();
        switch (heartbeat.check(now)) {
            case FINE -> {
                if (!idleTimeout.isZero() && now - used >= idleTimeout.toNanos()) {
                    idle.run();
                }
            }
            case ASK -> ask.run();
            case DEAD ->
                connection.close(new IOException(
                        "no sign of life within " + silence.multipliedBy(2).toMillis() + " ms"));
        }
        start();
    }
}
