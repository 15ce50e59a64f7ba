package io.gearmancdi.driver.client;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.Dial;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.session.ClientSession;
import io.gearmancdi.driver.session.Heartbeat;
import io.gearmancdi.protocol.Packet;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
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
    private List<ServerRequest> waiting = new ArrayList<>();
    private final Condition room = lock.newCondition();
    private long waitingBytes;
    private @Nullable Dial dial;
    private @Nullable ClientSession session;
    private volatile @Nullable Connection connection;
    private volatile boolean down;
    private @Nullable Heartbeat heartbeat;
    private @Nullable Timer timer;
    private long used;
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
                waitingBytes += request.size();
                if (dial == null) {
                    dial = Dial.start(loop, server, settings.connectTimeout(), this);
                }
            }
        } finally {
            lock.unlock();
        }
        if (ready != null) {
            ready.flush();
        } else if (refused) {
            request.closed();
        }
    }

    /** Waits until fewer bytes wait than may; false if the deadline or an interrupt came first. Callers' threads. */
    boolean awaitRoom(long deadline) {
        Connection ready;
        lock.lock();
        try {
            while (waitingBytes >= settings.maxBufferSize()) {
                if (room.awaitNanos(deadline - System.nanoTime()) <= 0) {
                    return false;
                }
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

    private List<ServerRequest> takeWaiting() {
        var taken = waiting;
        waiting = new ArrayList<>();
        waitingBytes = 0;
        room.signalAll();
        return taken;
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
            if (closed) {
                made.close(null);
                return;
            }
            var fresh =
                    new ClientSession(made, MAX_TOMBSTONES, (code, text) -> DriverLog.serverError(server, code, text));
            fresh.open();
            for (var request : takeWaiting()) {
                if (!request.isOver()) {
                    request.sendOn(fresh);
                }
            }
            session = fresh;
            connection = made;
            used = System.nanoTime();
            heartbeat = new Heartbeat(settings.heartbeat().toNanos(), used);
        } finally {
            lock.unlock();
        }
        made.open();
        made.flush();
        scheduleCheck();
    }

    @Override
    public void failed(IOException cause) {
        List<ServerRequest> stranded;
        lock.lock();
        try {
            dial = null;
            down = true;
            stranded = takeWaiting();
        } finally {
            lock.unlock();
        }
        stranded.forEach(request -> unreachable.accept(request, cause));
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
        var pulse = heartbeat;
        if (pulse != null) {
            used = System.nanoTime();
            pulse.heard(used);
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
            session = null;
            connection = null;
            heartbeat = null;
        } finally {
            lock.unlock();
        }
        if (timer != null) {
            timer.cancel();
        }
        if (ended != null && gone != null) {
            DriverLog.clientDisconnected(server, cause);
            ended.lost(gone.written());
        }
    }

    private void scheduleCheck() {
        var interval = settings.heartbeat().dividedBy(2);
        if (interval.isZero()) {
            interval = idleTimeout.dividedBy(2);
        }
        if (!interval.isZero()) {
            timer = loop.schedule(interval, this::check);
        }
    }

    private void check() {
        var current = connection;
        var pulse = heartbeat;
        if (current == null || pulse == null) {
            return;
        }
        long now = System.nanoTime();
        switch (pulse.check(now)) {
            case FINE -> closeIfIdle(current, now);
            case ASK -> ping(current);
            case DEAD ->
                current.close(new IOException("no sign of life within "
                        + settings.heartbeat().multipliedBy(2).toMillis() + " ms"));
        }
        scheduleCheck();
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

    private void closeIfIdle(Connection current, long now) {
        if (idleTimeout.isZero() || now - used < idleTimeout.toNanos()) {
            return;
        }
        lock.lock();
        try {
            var unused = session;
            if (unused != null && unused.isIdle()) {
                session = null;
                connection = null;
                heartbeat = null;
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
            stranded = takeWaiting();
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
