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
    private volatile @Nullable ClientSession session;
    private volatile @Nullable Connection connection;
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
        var kept = connection;
        if (kept != null) {
            kept.look();
        }
        Connection ready = null;
        boolean refused = false;
        boolean alone = false;
        lock.lock();
        try {
            var current = session;
            if (closed) {
                refused = true;
            } else if (current != null) {
                request.sendOn(current);
                ready = connection;
                alone = !current.isAskedBefore();
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
            write(ready, alone, request.haste());
        }
    }

    private static void write(Connection ready, boolean alone, Haste haste) {
        if (alone && haste != Haste.WITH_OTHERS) {
            ready.flush();
        } else {
            ready.gather();
        }
        if (haste != Haste.READS_ITSELF) {
            ready.giveBack();
        }
    }

    /** Writes what was gathered. Any thread. */
    void flush() {
        var ready = connection;
        if (ready != null) {
            ready.flush();
        }
    }

    /** As {@link Reading#await}. */
    boolean await(long millis) {
        var current = session;
        var ready = connection;
        return current != null && ready != null && Reading.await(current, ready, millis);
    }

    /** As {@link Reading#left}. */
    void left() {
        var current = session;
        var ready = connection;
        if (current != null && ready != null) {
            Reading.left(current, ready);
        }
    }

    /** As {@link Reading#exclusively}. */
    void exclusively(Runnable action) {
        reading.exclusively(action);
    }

    /** Waits until fewer bytes wait than may; false if the deadline or an interrupt came first. Callers' threads. */
    boolean awaitRoom(long deadline) {
        var ready = connection;
        if (ready != null && ready.hasRoom()) {
            return true;
        }
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
        loop.execute(() -> reading.exclusively(() -> {
            var current = session;
            if (current != null) {
                current.abandoned(handle);
            }
        }));
    }

    @Override
    public void connected(Transport transport) {
        var made = new Connection(loop, transport, settings, this);
        lock.lock();
        try {
            dialling.ended();
            if (closed) {
                made.close(null);
                return;
            }
            var fresh = new ClientSession(made, MAX_TOMBSTONES, errors::add);
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
        reading.watch(new Watch(loop, made, settings, idleTimeout, this));
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
            var current = session;
            if (current != null) {
                current.received(packet);
            }
        });
    }

    /** It owes an answer. Exclusively. */
    void silent() {
        if (dialling.silent()) {
            DriverLog.silent(server);
        }
    }

    boolean isAsked() {
        var current = session;
        return current != null && current.isAsked();
    }

    @Override
    public void readDone() {
        reading.heard();
        var asked = session;
        var carrier = connection;
        if (asked != null && carrier != null && asked.isWaiting(carrier.written())) {
            carrier.flush();
        }
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        // Changed by the I/O thread only
        var ended = session;
        var gone = connection;
        lock.lock();
        try {
            if (ended != null) {
                absence.begins();
            }
            session = null;
            connection = null;
            if (isDown() && ended != null) {
                dialling.later();
            }
        } finally {
            lock.unlock();
        }
        reading.exclusively(() -> {
            reading.stopWatching();
            if (ended != null && gone != null) {
                DriverLog.clientDisconnected(server, cause);
                ended.lost(gone.written(), cause);
            }
        });
    }

    void ping(Connection current) {
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

    void closeIfIdle(Connection current) {
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
            dialling.stop();
            stranded = waiting.takeAll();
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
