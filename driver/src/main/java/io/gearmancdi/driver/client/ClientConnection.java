package io.gearmancdi.driver.client;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.Dial;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Transport;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.log.ServerErrors;
import io.gearmancdi.driver.session.ClientSession;
import io.gearmancdi.protocol.Packet;
import java.io.IOException;
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

    /** Its lock is taken before the other one, if both are. */
    private final Reading reading = new Reading();

    private final WaitingRoom waiting = new WaitingRoom(lock.newCondition());
    private final Absence absence;
    private final Dialling dialling;
    private final ServerErrors errors;
    private volatile @Nullable LiveConnection live;
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
        this.absence = new Absence(settings, idleTimeout);
        this.dialling = new Dialling(loop, server, settings, absence, lock, this);
        this.errors = new ServerErrors(server);
    }

    /** {@return whether others are to be asked first} */
    boolean isDown() {
        return dialling.isDown();
    }

    /** Sends a request, now or when the connection is made. Any thread; never blocks. */
    void request(ServerRequest request) {
        var kept = live;
        if (kept != null) {
            kept.look();
        }
        LiveConnection ready = null;
        boolean refused = false;
        boolean alone = false;
        lock.lock();
        try {
            var current = live;
            if (closed) {
                refused = true;
            } else if (current != null) {
                request.sendOn(current.session());
                ready = current;
                alone = !current.session().isAskedBefore();
            } else {
                waiting.add(request);
                absence.asked();
                dialling.now();
            }
        } finally {
            lock.unlock();
        }
        if (refused) {
            request.closed();
        } else if (ready != null) {
            ready.write(alone, request.haste());
        }
    }

    /** Writes what was gathered. Any thread. */
    void flush() {
        var current = live;
        if (current != null) {
            current.connection().flush();
        }
    }

    /** As {@link LiveConnection#await}. */
    boolean await(long millis) {
        var current = live;
        return current != null && current.await(millis);
    }

    /** As {@link LiveConnection#left}. */
    void left() {
        var current = live;
        if (current != null) {
            current.left();
        }
    }

    /** As {@link Reading#exclusively}. */
    void exclusively(Runnable action) {
        reading.exclusively(action);
    }

    /** Waits until fewer bytes wait than may; false if the deadline or an interrupt came first. Callers' threads. */
    boolean awaitRoom(long deadline) {
        var ready = live;
        if (ready != null && ready.connection().hasRoom()) {
            return true;
        }
        lock.lock();
        try {
            if (!waiting.awaitLess(settings.maxBufferSize(), deadline)) {
                return false;
            }
            ready = live;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
        return ready == null || ready.connection().awaitRoom(deadline);
    }

    /** A call was abandoned by its caller. Any thread. */
    void abandoned(String handle) {
        loop.execute(() -> reading.exclusively(() -> {
            var current = live;
            if (current != null) {
                current.session().abandoned(handle);
            }
        }));
    }

    @Override
    public void connected(Transport transport) {
        var made = new Connection(loop, transport, settings, this);
        var fresh = new LiveConnection(made, new ClientSession(made, MAX_TOMBSTONES, errors::add));
        lock.lock();
        try {
            dialling.ended();
            if (closed) {
                made.close(null);
                return;
            }
            var session = fresh.session();
            session.open();
            for (var request : waiting.takeAll()) {
                if (!request.isOver()) {
                    request.sendOn(session);
                }
            }
            live = fresh;
        } finally {
            lock.unlock();
        }
        made.open();
        made.flush();
        reading.watch(new Watch(loop, fresh, settings, idleTimeout, this));
    }

    @Override
    public void failed(IOException cause) {
        List<ServerRequest> stranded;
        lock.lock();
        try {
            dialling.ended();
            stranded = strand();
        } finally {
            lock.unlock();
        }
        stranded.forEach(request -> unreachable.accept(request, cause));
    }

    /** Who need not wait for a server that has just been lost, and may be back at once, goes elsewhere; the others stay. */
    private List<ServerRequest> strand() {
        boolean patient = absence.isPatient();
        dialling.later();
        return waiting.takeIf(
                request -> !patient || request.isOver() || !request.route().isLast());
    }

    @Override
    public void received(Packet packet) {
        dialling.heard();
        reading.exclusively(() -> {
            var current = live;
            if (current != null) {
                current.session().received(packet);
            }
        });
    }

    /** It owes an answer. Exclusively. */
    void silent() {
        if (dialling.silent()) {
            DriverLog.silent(server);
        }
    }

    @Override
    public void readDone() {
        reading.heard();
        var current = live;
        if (current != null) {
            current.readDone();
        }
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        // Changed by the I/O thread only
        var ended = live;
        lock.lock();
        try {
            if (ended != null) {
                absence.begins();
            }
            live = null;
            if (isDown() && ended != null) {
                dialling.later();
            }
        } finally {
            lock.unlock();
        }
        reading.exclusively(() -> {
            reading.stopWatching();
            if (ended != null) {
                DriverLog.clientDisconnected(server, cause);
                ended.lost(cause);
            }
        });
    }

    void ping(LiveConnection current) {
        lock.lock();
        try {
            if (current.equals(live)) {
                current.session().ping();
            }
        } finally {
            lock.unlock();
        }
        current.connection().flush();
    }

    void closeIfIdle(LiveConnection current) {
        lock.lock();
        try {
            if (current.equals(live) && current.session().isIdle()) {
                live = null;
                current.connection().close(null);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes the connection; what is outstanding is told. Any thread. */
    void close() {
        List<ServerRequest> stranded;
        LiveConnection current;
        lock.lock();
        try {
            closed = true;
            dialling.stop();
            stranded = waiting.takeAll();
            current = live;
        } finally {
            lock.unlock();
        }
        stranded.forEach(ServerRequest::closed);
        if (current != null) {
            current.connection().close(null);
        }
    }
}
