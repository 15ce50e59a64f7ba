package io.gearmancdi.driver.client;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.Dial;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Transport;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.log.ServerErrors;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The client's connection to one server: made at the first request, used by all threads, made anew after a loss. */
final class ClientConnection implements Dial.Listener {

    private final IoLoop loop;
    private final ServerAddress server;
    private final ConnectionSettings settings;
    private final Duration idleTimeout;
    private final BiConsumer<ServerRequest, Throwable> unreachable;
    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingRoom waiting = new WaitingRoom(lock.newCondition());
    private final Absence absence;
    private final Dialling dialling;
    private final ServerErrors errors;
    private volatile @Nullable LiveConnection live;

    /** Made, to a server of which it is not known whether it answers: it is asked nothing before it has. */
    private @Nullable LiveConnection unproven;

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
        LiveConnection ready;
        var haste = Haste.WITH_OTHERS;
        boolean refused;
        lock.lock();
        try {
            refused = closed;
            ready = refused ? null : live;
            if (ready != null) {
                haste = ready.ask(request);
            } else if (!refused) {
                absence.asked();
                dialling.now();
                waiting.add(request);
            }
        } finally {
            lock.unlock();
        }
        if (refused) {
            request.closed();
        } else if (ready != null) {
            ready.write(haste);
        }
    }

    /** The connection that requests are sent on. Any thread. */
    @Nullable
    LiveConnection live() {
        return live;
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

    @Override
    public void connected(Transport transport) {
        var made = new LiveConnection(this, loop, transport, settings, idleTimeout, errors::add);
        lock.lock();
        try {
            if (closed) {
                made.connection().close(null);
                return;
            }
            made.session().open();
            if (dialling.isDoubtful()) {
                unproven = made;
            } else {
                use(made);
            }
        } finally {
            lock.unlock();
        }
        made.open();
    }

    private void use(LiveConnection made) {
        dialling.succeeded();
        unproven = null;
        for (var request : waiting.takeAll()) {
            if (!request.isOver()) {
                made.ask(request);
            }
        }
        live = made;
    }

    /** The server has sent something. The reader. */
    void heard() {
        if (!dialling.isDoubtful()) {
            return;
        }
        LiveConnection proven;
        lock.lock();
        try {
            dialling.heard();
            proven = unproven;
            if (proven != null) {
                use(proven);
            }
        } finally {
            lock.unlock();
        }
        if (proven != null) {
            proven.connection().flush();
        }
    }

    @Override
    public void failed(IOException cause) {
        List<ServerRequest> stranded;
        lock.lock();
        try {
            stranded = strand();
            dialling.failed();
        } finally {
            lock.unlock();
        }
        stranded.forEach(request -> unreachable.accept(request, cause));
    }

    /** Who need not wait for a server that has just been lost, and may be back at once, goes elsewhere; others stay. */
    private List<ServerRequest> strand() {
        boolean patient = absence.isPatient();
        return waiting.takeIf(
                request -> !patient || request.isOver() || !request.route().isLast());
    }

    /** It owes an answer: who waits for its first one goes elsewhere, if there is another. The reader. */
    void silent() {
        List<ServerRequest> stranded;
        boolean news;
        lock.lock();
        try {
            news = dialling.silent();
            stranded = waiting.takeIf(request -> !request.route().isLast());
        } finally {
            lock.unlock();
        }
        if (news) {
            DriverLog.silent(server);
        }
        stranded.forEach(request -> unreachable.accept(request, new IOException(server + " does not answer")));
    }

    /**
     * A connection has ended. I/O thread.
     *
     * @param answered whether anything came on it: a server that hangs up at once is no better than one that is not
     *     there
     */
    void ended(LiveConnection made, boolean answered, @Nullable Throwable cause) {
        List<ServerRequest> stranded = List.of();
        boolean attempt;
        lock.lock();
        try {
            attempt = made == unproven;
            if (made == live) {
                live = null;
            }
            if (cause != null && answered) {
                dialling.lost();
            } else if (cause != null) {
                unproven = null;
                stranded = strand();
                dialling.failed();
            }
        } finally {
            lock.unlock();
        }
        if (!attempt) {
            DriverLog.clientDisconnected(server, cause);
        }
        stranded.forEach(request -> unreachable.accept(request, cause));
    }

    void ping(LiveConnection made) {
        lock.lock();
        try {
            made.session().ping();
        } finally {
            lock.unlock();
        }
        made.connection().flush();
    }

    void closeIfIdle(LiveConnection current) {
        lock.lock();
        try {
            if (current == live && current.session().isIdle()) {
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
            current = unproven == null ? live : unproven;
        } finally {
            lock.unlock();
        }
        stranded.forEach(ServerRequest::closed);
        if (current != null) {
            current.connection().close(null);
        }
    }
}
