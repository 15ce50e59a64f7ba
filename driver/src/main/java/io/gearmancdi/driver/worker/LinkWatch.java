package io.gearmancdi.driver.worker;

import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.session.Heartbeat;
import io.gearmancdi.driver.session.Silence;
import io.gearmancdi.driver.session.WorkerSession;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Watches one connection of a worker: whether its server is alive, and answers. Guarded by the run. */
final class LinkWatch {

    private final WorkerRun run;
    private final WorkerEnvironment environment;
    private final Connection connection;
    private final WorkerSession session;
    private final Duration interval;
    private final Heartbeat heartbeat;
    private final Silence silence;
    private @Nullable Timer timer;

    LinkWatch(WorkerRun run, WorkerEnvironment environment, Connection connection, WorkerSession session) {
        this.run = run;
        this.environment = environment;
        this.connection = connection;
        this.session = session;
        var settings = environment.connections();
        this.interval = settings.checkInterval();
        this.heartbeat = new Heartbeat(settings.heartbeat().toNanos(), System.nanoTime());
        this.silence = new Silence(settings.connectTimeout().toNanos() / 2);
    }

    void start() {
        timer = environment.loop().schedule(interval, () -> run.locked(this::check));
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
        }
    }

    void heard() {
        heartbeat.heard(System.nanoTime());
        silence.heard();
    }

    private void check() {
        long now = System.nanoTime();
        if (silence.check(session.isAsked(), now)) {
            session.suspend();
        }
        if (session.isGivenUp()) {
            connection.close(null);
        }
        switch (heartbeat.check(now)) {
            case FINE -> {}
            case ASK -> session.ping();
            case DEAD -> {
                session.suspend();
                connection.close(new IOException("no sign of life within "
                        + environment.connections().heartbeat().multipliedBy(2).toMillis() + " ms"));
            }
        }
        start();
    }
}
