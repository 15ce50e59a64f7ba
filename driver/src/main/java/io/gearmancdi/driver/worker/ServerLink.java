package io.gearmancdi.driver.worker;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.io.Dial;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.io.Transport;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.log.ServerErrors;
import io.gearmancdi.driver.session.Assignment;
import io.gearmancdi.driver.session.PacketSink;
import io.gearmancdi.driver.session.WorkerSession;
import io.gearmancdi.protocol.Packet;
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
final class ServerLink implements Connection.Listener, Dial.Listener, PacketSink, WorkerSession.Effects {

    /** A connection that lasts so long was a good one. */
    private static final Duration PROVEN = Duration.ofSeconds(1);

    private final WorkerRun run;
    private final WorkerEnvironment environment;
    private final ServerAddress server;
    private final List<String> functions;
    private final ServerErrors errors;
    private volatile @Nullable WorkerSession session;
    private volatile @Nullable Connection connection;
    private @Nullable Dial dial;
    private @Nullable Timer retry;
    private @Nullable Timer poll;
    private @Nullable LinkWatch watch;
    private boolean silent;
    private int failures;
    private long connected;
    private boolean dirty;
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
        return session == mine;
    }

    void connect() {
        if (!stopping) {
            dial = Dial.start(environment.loop(), server, environment.connections(), this);
        }
    }

    /** I/O thread. */
    @Override
    public void connected(Transport transport) {
        var made = new Connection(environment.loop(), transport, environment.connections(), this);
        run.locked(() -> {
            dial = null;
            if (stopping) {
                made.close(null);
                return;
            }
            connection = made;
            connected = System.nanoTime();
            var fresh = new WorkerSession(this, run.slots(), this);
            // gearmand serves the function that was offered last before all others
            Collections.shuffle(functions, ThreadLocalRandom.current());
            fresh.open(run.name(), functions);
            if (silent) {
                // That it takes connections does not tell that it lives
                fresh.suspend();
                fresh.ping();
            }
            session = fresh;
            watch = new LinkWatch(run, environment, made, fresh);
            DriverLog.workerConnected(run.name(), server);
            made.open();
            watch.start();
            schedulePoll(environment.pollInterval());
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

    /** Whoever reads. */
    @Override
    public void received(Packet packet) {
        run.quietly(() -> {
            var current = session;
            if (current != null) {
                current.received(packet);
            }
        });
    }

    /** Whoever reads. */
    @Override
    public void readDone() {
        run.locked(() -> {
            if (watch != null) {
                watch.heard();
            }
        });
    }

    /** I/O thread. */
    @Override
    public void closed(@Nullable Throwable cause) {
        run.locked(() -> {
            var lost = session;
            session = null;
            connection = null;
            dirty = false;
            if (watch != null) {
                watch.stop();
            }
            cancel(poll);
            // Not before: a server that hangs up, or sends what makes us hang up, is not to be tried without a pause
            if (System.nanoTime() - connected > PROVEN.toNanos()) {
                failures = 0;
            }
            if (lost != null) {
                silent = lost.isSuspended();
                lost.lost();
                run.lost(lost);
            }
            connectLater(cause == null ? new IOException("closed") : cause);
        });
    }

    @Override
    public long send(Packet packet) {
        var current = connection;
        if (current == null) {
            return 0;
        }
        dirty = true;
        return current.send(packet);
    }

    @Nullable
    Connection connection() {
        return connection;
    }

    /** The connection, if something was sent since it was asked last. */
    @Nullable
    Connection takeDirty() {
        boolean was = dirty;
        dirty = false;
        return was ? connection : null;
    }

    /** Waits until less than the bound is to be written; false if that lasts too long. For jobs, without the lock. */
    boolean awaitRoom() {
        var current = connection;
        return current == null
                || current.awaitRoom(System.nanoTime()
                        + environment.connections().connectTimeout().toNanos());
    }

    /** Asks for jobs, but not of a server that does not read: their results would pile up. Tells whether it did. */
    boolean grab() {
        var current = session;
        var carrier = connection;
        return current != null && carrier != null && carrier.hasRoom() && current.grab();
    }

    @Override
    public void assigned(Assignment job) {
        var current = session;
        if (current != null) {
            run.assigned(this, current, job);
        }
    }

    @Override
    public void pause(long nanos) {
        schedulePoll(Duration.ofNanos(nanos));
    }

    @Override
    public void serverError(String code, String text) {
        errors.add(code, text);
    }

    /** Takes no further job and ends when those it has are done. */
    void drain() {
        stopping = true;
        cancel(retry);
        var current = session;
        if (current != null) {
            current.drain();
        } else if (dial == null) {
            end();
        } else {
            dial.cancel();
            dial = null;
            end();
        }
    }

    @Override
    public void drained() {
        close();
    }

    /** Closes at once; the server gives what is not done to others. */
    void close() {
        stopping = true;
        var current = connection;
        if (current != null) {
            current.close(null);
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            run.linkEnded();
        }
    }

    private void schedulePoll(Duration wait) {
        cancel(poll);
        poll = environment
                .loop()
                .schedule(
                        wait,
                        () -> run.locked(() -> {
                            var current = session;
                            if (current != null) {
                                current.poll();
                                schedulePoll(environment.pollInterval());
                            }
                        }));
    }

    private static void cancel(@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
