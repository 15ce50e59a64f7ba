package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.io.ConnectionListener;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Transport;
import io.gearmancdi.driver.session.ClientSession;
import io.gearmancdi.protocol.Packet;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection that has been made, the session on it, and the watch over both. Any thread, unless said
 * otherwise.
 */
final class LiveConnection implements ConnectionListener {

    private static final int MAX_TOMBSTONES = 10_000;

    private final ClientConnection owner;
    private final Connection connection;
    private final ClientSession session;
    private final Watch watch;

    /** For what only the reader may do: others take its place for a moment. Taken before the lock of the owner. */
    private final ReentrantLock reading = new ReentrantLock();

    private boolean answered;

    LiveConnection(
            ClientConnection owner,
            IoLoop loop,
            Transport transport,
            ConnectionSettings settings,
            Duration idleTimeout,
            ClientSession.Effects effects) {
        this.owner = owner;
        this.connection = new Connection(loop, transport, settings, this);
        this.session = new ClientSession(connection, MAX_TOMBSTONES, effects);
        this.watch = new Watch(loop, this, settings, idleTimeout, owner);
    }

    Connection connection() {
        return connection;
    }

    ClientSession session() {
        return session;
    }

    /** Begins to read, and writes what was asked before. I/O thread. */
    void open() {
        connection.open();
        connection.flush();
        exclusively(watch::start);
    }

    /** Whoever sends after this knows of an end that came before. */
    void look() {
        if (session.isIdle()) {
            connection.lookFirst();
        } else {
            connection.look();
        }
    }

    /** Puts a request; tells how it is to be written. Guarded by the owner. */
    Haste ask(ServerRequest request) {
        request.sendOn(session);
        return session.isAskedBefore() ? Haste.WITH_OTHERS : request.haste();
    }

    /** Writes what a request has left, at once or with what follows. */
    void write(Haste haste) {
        if (haste == Haste.WITH_OTHERS) {
            connection.gather();
        } else {
            connection.flush();
        }
        if (haste != Haste.READS_ITSELF) {
            connection.giveBack();
        }
    }

    /**
     * Reads in the calling thread what comes, as long as nothing but its own request is outstanding.
     *
     * @param millis how long at most
     * @return false if nothing came, or others wait as well: then the I/O thread reads
     */
    boolean await(long millis) {
        if (!session.isAlone()) {
            connection.giveBack();
            return false;
        }
        return connection.await(millis);
    }

    /**
     * A caller that may have read does so no longer: the I/O thread reads if anything is outstanding. If nothing is,
     * the next caller may read.
     */
    void left() {
        if (!session.isIdle()) {
            connection.giveBack();
        }
    }

    /** A call was abandoned by its caller. I/O thread. */
    void abandoned(String handle) {
        exclusively(() -> session.abandoned(handle));
    }

    /** Does something that may not be done while another thread reads. */
    void exclusively(Runnable action) {
        reading.lock();
        try {
            action.run();
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void received(Packet packet) {
        answered = true;
        owner.heard();
        reading.lock();
        try {
            session.received(packet);
        } finally {
            reading.unlock();
        }
    }

    /** What answers were waited for before is written. */
    @Override
    public void readDone() {
        reading.lock();
        try {
            watch.heard();
        } finally {
            reading.unlock();
        }
        if (session.isWaiting(connection.written())) {
            connection.flush();
        }
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        owner.ended(this, answered, cause);
        exclusively(() -> {
            watch.stop();
            session.lost(connection.written(), cause);
        });
    }
}
