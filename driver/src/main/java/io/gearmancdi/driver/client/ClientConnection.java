package io.gearmancdi.driver.client;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.Dial;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.session.ClientSession;
import io.gearmancdi.protocol.Packet;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The client's connection to one server: made at the first request, used by all threads, made anew after a loss. */
final class ClientConnection implements Connection.Listener, Dial.Listener {

    private static final int MAX_TOMBSTONES = 10_000;

    private final IoLoop loop;
    private final ServerAddress server;
    private final ConnectionSettings settings;
    private final Duration idleTimeout;
    private final BiConsumer<ServerRequest, Throwable> unreachable;
    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingRoom waiting = new WaitingRoom(lock.newCondition());
    private @Nullable Dial dial;
    private @Nullable Timer retry;
    private final Absence absence;
    private @Nullable ClientSession session;
    private volatile @Nullable Connection connection;
    private volatile boolean down;
    private @Nullable Watch watch;
    private boolean closed;

    /**
     * @param idleTimeout after which an unused connection is closed; zero: never
     * @param unreachable gets the requests that could not be sent
     */
    ClientConnection(
            IoLoop loop,
            ServerAddress server,
            ConnectionSettings settings,
            Duration idleTimeout,
            BiConsumer<ServerRequest, Throwable> unreachable) {
        this.loop = loop;
        this.server = server;
        this.settings = settings;
        this.idleTimeout = idleTimeout;
        this.unreachable = unreachable;
        this.absence = new Absence(settings);
    }

    /** {@return whether the last attempt to connect failed} */
    boolean isDown() {
        return down;
    }

    /** Sends a request, now or when the connection is made. Any thread; never blocks. */
    void request(ServerRequest request) {
        Connection ready = null;
        boolean refused = false;
        lock.lock();
        try {
            var current = session;
            if (closed) {
                refused = true;
            } else if (current != null) {
                request.sendOn(current);
                ready = connection;
            } else {
                waiting.add(request);
                dial();
            }
        } finally {
            lock.unlock();
        }
        if (ready != null) {
            ready.flushGathered();
        } else if (refused) {
            request.closed();
        }
    }

    private void dial() {
        if (dial == null && retry == null && !waiting.isEmpty() && !closed) {
            dial = Dial.start(loop, server, settings.connectTimeout(), this);
        }
    }

    /** Waits until fewer bytes wait than may; false if the deadline or an interrupt came first. Callers' threads. */
    boolean awaitRoom(long deadline) {
        Connection ready;
        lock.lock();
        try {
            if (!waiting.awaitLess(settings.maxBufferSize(), deadline)) {
                return false;
            }
            ready = connection;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
        return ready == null || ready.awaitRoom(deadline);
    }

    /** A call was abandoned by its caller. Any thread. */
    void abandoned(String handle) {
        loop.execute(() -> {
            var current = session;
            if (current != null) {
                current.abandoned(handle);
            }
        });
    }

    @Override
    public void connected(SocketChannel channel) {
        var made = new Connection(loop, channel, settings, this);
        lock.lock();
        try {
            dial = null;
            down = false;
            absence.ends();
            if (closed) {
                made.close(null);
                return;
            }
            var fresh =
                    new ClientSession(made, MAX_TOMBSTONES, (code, text) -> DriverLog.serverError(server, code, text));
            fresh.open();
            for (var request : waiting.takeAll()) {
                if (!request.isOver()) {
                    request.sendOn(fresh);
                }
            }
            session = fresh;
            connection = made;
        } finally {
            lock.unlock();
        }
        made.open();
        made.flush();
        watch = new Watch(loop, made, settings.heartbeat(), idleTimeout, () -> ping(made), () -> closeIfIdle(made));
        watch.start();
    }

    @Override
    public void failed(IOException cause) {
        List<ServerRequest> stranded;
        lock.lock();
        try {
            dial = null;
            down = true;
            stranded = strand();
        } finally {
            lock.unlock();
        }
        stranded.forEach(request -> unreachable.accept(request, cause));
    }

    /** Who need not wait for a server that has just been lost, and may be back at once, goes elsewhere; the others stay. */
    private List<ServerRequest> strand() {
        var wait = absence.untilNextAttempt();
        if (wait == null) {
            return waiting.takeAll();
        }
        retry = loop.schedule(wait, this::dialAgain);
        return waiting.takeIf(request -> request.isOver() || !request.route().isLast());
    }

    private void dialAgain() {
        lock.lock();
        try {
            retry = null;
            dial();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void received(Packet packet) {
        var current = session;
        if (current != null) {
            current.received(packet);
        }
    }

    @Override
    public void readDone() {
        var current = watch;
        if (current != null) {
            current.heard();
        }
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        ClientSession ended;
        Connection gone;
        lock.lock();
        try {
            ended = session;
            gone = connection;
            if (ended != null) {
                absence.begins();
            }
            session = null;
            connection = null;
        } finally {
            lock.unlock();
        }
        var ending = watch;
        if (ending != null) {
            ending.stop();
            watch = null;
        }
        if (ended != null && gone != null) {
            DriverLog.clientDisconnected(server, cause);
            ended.lost(gone.written());
        }
    }

    private void ping(Connection current) {
        lock.lock();
        try {
            var asked = session;
            if (asked != null) {
                asked.ping();
            }
        } finally {
            lock.unlock();
        }
        current.flush();
    }

    private void closeIfIdle(Connection current) {
        lock.lock();
        try {
            var unused = session;
            if (unused != null && unused.isIdle()) {
                session = null;
                connection = null;
                current.close(null);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes the connection; what is outstanding is told. Any thread. */
    void close() {
        List<ServerRequest> stranded;
        Connection current;
        lock.lock();
        try {
            closed = true;
            stranded = waiting.takeAll();
            if (dial != null) {
                dial.cancel();
            }
            current = connection;
        } finally {
            lock.unlock();
        }
        stranded.forEach(ServerRequest::closed);
        if (current != null) {
            current.close(null);
        }
    }
}
