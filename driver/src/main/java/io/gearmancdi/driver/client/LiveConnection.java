package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.session.ClientSession;
import org.jspecify.annotations.Nullable;

/** A client's connection that has been made, and the session on it. Any thread, unless said otherwise. */
record LiveConnection(Connection connection, ClientSession session) {

    /** Whoever sends after this knows of an end that came before. */
    void look() {
        connection.look(session.isIdle());
    }

    /**
     * Writes what a request has left, at once or with what follows.
     *
     * @param alone whether no other answer is owed
     */
    void write(boolean alone, Haste haste) {
        if (alone && haste != Haste.WITH_OTHERS) {
            connection.flush();
        } else {
            connection.gather();
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

    /** A caller that may have read waits no longer: the I/O thread reads if others wait. If none does, the next may read. */
    void left() {
        if (!session.isIdle()) {
            connection.giveBack();
        }
    }

    /** All that had come was read: what answers were waited for before is written. The reader only. */
    void readDone() {
        if (session.isWaiting(connection.written())) {
            connection.flush();
        }
    }

    /** The connection has ended, and with it what was outstanding. The reader only. */
    void lost(@Nullable Throwable cause) {
        session.lost(connection.written(), cause);
    }
}
