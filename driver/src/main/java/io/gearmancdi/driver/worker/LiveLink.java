package io.gearmancdi.driver.worker;

import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.io.ConnectionListener;
import io.gearmancdi.driver.io.Transport;
import io.gearmancdi.driver.session.Assignment;
import io.gearmancdi.driver.session.PacketSink;
import io.gearmancdi.driver.session.WorkerSession;
import io.gearmancdi.protocol.Packet;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A worker's connection that has been made, the session on it, and the watch over both. Guarded by the run. */
final class LiveLink implements ConnectionListener, PacketSink, WorkerSession.Effects {

    private final ServerLink owner;
    private final WorkerRun run;
    private final Connection connection;
    private final WorkerSession session;
    private final LinkWatch watch;
    private final long made = System.nanoTime();
    private boolean dirty;

    LiveLink(ServerLink owner, WorkerRun run, WorkerEnvironment environment, Transport transport) {
        this.owner = owner;
        this.run = run;
        this.connection = new Connection(environment.loop(), transport, environment.connections(), this);
        this.session = new WorkerSession(this, run.slots(), this);
        this.watch = new LinkWatch(run, environment, connection, session);
    }

    Connection connection() {
        return connection;
    }

    WorkerSession session() {
        return session;
    }

    /** Begins to read. I/O thread. */
    void open() {
        connection.open();
        watch.start();
    }

    /** Whether something was sent since it was asked last. */
    boolean takeDirty() {
        boolean was = dirty;
        dirty = false;
        return was;
    }

    /** Asks for jobs, but not of a server that does not read: their results would pile up. Tells whether it did. */
    boolean grab() {
        return connection.hasRoom() && session.grab();
    }

    /** Whoever reads. */
    @Override
    public void received(Packet packet) {
        run.quietly(() -> session.received(packet));
    }

    /** Whoever reads. */
    @Override
    public void readDone() {
        run.locked(watch::heard);
    }

    /** I/O thread. */
    @Override
    public void closed(@Nullable Throwable cause) {
        run.locked(() -> {
            watch.stop();
            owner.ended(this, System.nanoTime() - made, cause);
        });
    }

    @Override
    public long send(Packet packet) {
        dirty = true;
        return connection.send(packet);
    }

    @Override
    public void assigned(Assignment job) {
        run.assigned(owner, session, job);
    }

    @Override
    public void pause(long nanos) {
        owner.pollAfter(Duration.ofNanos(nanos));
    }

    @Override
    public void serverError(String code, String text) {
        owner.serverError(code, text);
    }

    @Override
    public void drained() {
        owner.close();
    }
}
