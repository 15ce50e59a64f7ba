package io.gearmancdi.server.net;

import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.Journal;
import io.gearmancdi.server.store.JobStore;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The store in the course of a pass: what was noted is written before anybody is told, and answers wait until it is
 * safe.
 */
final class Keeping {
    /** How many jobs a pass looks at, to note them anew: some milliseconds at most. */
    private static final int RENEWED_PER_PASS = 2000;

    private final JobStore store;
    private final Engine engine;
    private final Set<Connection> held = new LinkedHashSet<>();
    private long released;

    Keeping(JobStore store, Engine engine, Runnable wakeUp) {
        this.store = store;
        this.engine = engine;
        store.whenKept(wakeUp);
    }

    /** What this connection is sent from now on waits until all notes so far are safe. */
    void hold(Connection connection) {
        long group = store.group();
        if (group > store.kept()) {
            connection.hold(group);
            held.add(connection);
        }
    }

    void forget(Connection connection) {
        held.remove(connection);
    }

    long deadline() {
        return store.deadline();
    }

    /** To be called before anything of a pass goes out. */
    void write(long now) throws IOException {
        long stale = store.stale();
        if (stale != Journal.NOWHERE && engine.renew(stale, RENEWED_PER_PASS)) {
            store.renewed(stale);
        }
        store.write(now, engine.lastNumber());
        long kept = store.kept();
        if (kept > released) {
            released = kept;
            held.removeIf(connection -> connection.release(kept));
        }
    }

    void close() throws IOException {
        store.close();
    }
}
