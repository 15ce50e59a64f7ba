package io.gearmancdi.driver.worker;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.io.Dial;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.io.Transport;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.log.ServerErrors;
import io.gearmancdi.driver.session.WorkerSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A worker's link to one server: connects, connects again for ever, and ends when its run has drained it. Guarded by
 * the run, but for methods whose comment names a thread.
 */
final class ServerLink implements Dial.Listener {

    /** A connection that lasts so long was a good one. */
    private static final Duration PROVEN = Duration.ofSeconds(1);

    private final WorkerRun run;
    private final WorkerEnvironment environment;
    private final ServerAddress server;
    private final List<String> functions;
    private final ServerErrors errors;
    private volatile @Nullable LiveLink live;
    private @Nullable Dial dial;
    private @Nullable Timer retry;
    private @Nullable Timer poll;
    private boolean silent;
    private int failures;
    private boolean stopping;
    private boolean ended;

    ServerLink(WorkerRun run, WorkerEnvironment environment, ServerAddress server, List<String> functions) {
        this.run = run;
        this.environment = environment;
        this.server = server;
        this.functions = new ArrayList<>(functions);
        this.errors = new ServerErrors(server);
    }

    ServerAddress server() {
        return server;
    }

    boolean isCurrent(WorkerSession mine) {
        var current = live;
        return current != null && current.session() == mine;
    }

    void connect() {
        if (!stopping) {
            dial = Dial.start(environment.loop(), server, environment.connections(), this);
        }
    }

    /** I/O thread. */
    @Override
    public void connected(Transport transport) {
        var made = new LiveLink(this, run, environment, transport);
        run.locked(() -> {
            dial = null;
            if (stopping) {
                made.connection().close(null);
                return;
            }
            var fresh = made.session();
            // gearmand serves the function that was offered last before all others
            Collections.shuffle(functions, ThreadLocalRandom.current());
            fresh.open(run.name(), functions);
            if (silent) {
                // That it takes connections does not tell that it lives
                fresh.suspend();
                fresh.ping();
            }
            live = made;
            DriverLog.workerConnected(run.name(), server);
            made.open();
            pollAfter(environment.pollInterval());
        });
    }

    /** I/O thread. */
    @Override
    public void failed(IOException cause) {
        run.locked(() -> {
            dial = null;
            connectLater(cause);
        });
    }

    private void connectLater(Throwable cause) {
        if (stopping) {
            end();
            return;
        }
        failures++;
        var wait = environment
                .connections()
                .reconnect()
                .after(failures, bound -> ThreadLocalRandom.current().nextLong(bound));
        if (Integer.bitCount(failures) == 1) {
            DriverLog.workerDisconnected(run.name(), server, cause, wait.toMillis());
        }
        retry = environment.loop().schedule(wait, () -> run.locked(this::connect));
    }

    /** A connection has ended, so long after it was made. */
    void ended(LiveLink made, long lasted, @Nullable Throwable cause) {
        cancel(poll);
        // Not before: a server that hangs up, or sends what makes us hang up, is not to be tried without a pause
        if (lasted > PROVEN.toNanos()) {
            failures = 0;
        }
        if (made == live) {
            live = null;
            silent = made.session().isSuspended();
            made.session().lost();
            run.lost(made.session());
        }
        connectLater(cause == null ? new IOException("closed") : cause);
    }

    @Nullable
    Connection connection() {
        var current = live;
        return current == null ? null : current.connection();
    }

    /** The connection, if something was sent since it was asked last. */
    @Nullable
    Connection takeDirty() {
        var current = live;
        return current != null && current.takeDirty() ? current.connection() : null;
    }

    /** Waits until less than the bound is to be written; false if that lasts too long. For jobs, without the lock. */
    boolean awaitRoom() {
        var current = live;
        return current == null
                || current.connection()
                        .awaitRoom(System.nanoTime()
                                + environment.connections().connectTimeout().toNanos());
    }

    /** As {@link LiveLink#grab}. */
    boolean grab() {
        var current = live;
        return current != null && current.grab();
    }

    void serverError(String code, String text) {
        errors.add(code, text);
    }

    /** Takes no further job and ends when those it has are done. */
    void drain() {
        stopping = true;
        cancel(retry);
        var current = live;
        if (current != null) {
            current.session().drain();
        } else if (dial == null) {
            end();
        } else {
            dial.cancel();
            dial = null;
            end();
        }
    }

    /** Closes at once; the server gives what is not done to others. */
    void close() {
        stopping = true;
        var current = live;
        if (current != null) {
            current.connection().close(null);
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            run.linkEnded();
        }
    }

    void pollAfter(Duration wait) {
        cancel(poll);
        poll = environment
                .loop()
                .schedule(
                        wait,
                        () -> run.locked(() -> {
                            var current = live;
                            if (current != null) {
                                current.session().poll();
                                pollAfter(environment.pollInterval());
                            }
                        }));
    }

    private static void cancel(@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
