package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.session.Heartbeat;
import io.gearmancdi.driver.session.Silence;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection: whether its server answers, whether it is alive, and whether anybody uses it. Exclusively, as
 * {@link LiveConnection} has it.
 */
final class Watch {

    private final IoLoop loop;
    private final LiveConnection live;
    private final ConnectionSettings settings;
    private final Duration idleTimeout;
    private final ClientConnection owner;
    private final Heartbeat heartbeat;
    private final Silence silence;
    private long used = System.nanoTime();
    private @Nullable Timer timer;

    /**
     * @param idleTimeout how long nobody may use the connection; zero: for ever
     * @param owner does what is to be done
     */
    Watch(IoLoop loop, LiveConnection live, ConnectionSettings settings, Duration idleTimeout, ClientConnection owner) {
        this.loop = loop;
        this.live = live;
        this.settings = settings;
        this.idleTimeout = idleTimeout;
        this.owner = owner;
        this.heartbeat = new Heartbeat(settings.heartbeat().toNanos(), used);
        this.silence = new Silence(settings.connectTimeout().toNanos() / 2);
    }

    void start() {
        timer = loop.schedule(settings.checkInterval(), () -> live.exclusively(this::check));
    }

    void heard() {
        used = System.nanoTime();
        heartbeat.heard(used);
        silence.heard();
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
        }
    }

    private void check() {
        long now = System.nanoTime();
        if (silence.check(live.session().isAsked(), now)) {
            owner.silent();
        }
        switch (heartbeat.check(now)) {
            case FINE -> {
                if (!idleTimeout.isZero() && now - used >= idleTimeout.toNanos()) {
                    owner.closeIfIdle(live);
                }
            }
            case ASK -> owner.ping(live);
            case DEAD -> {
                owner.silent();
                live.connection()
                        .close(new IOException("no sign of life within "
                                + settings.heartbeat().multipliedBy(2).toMillis() + " ms"));
            }
        }
        start();
    }
}
