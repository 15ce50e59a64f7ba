package io.gearmancdi.driver.client;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.Dial;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * When a connection is made: as soon as somebody needs it, and again while its server is down. Nobody else would notice
 * that the server is back, since it is asked last. Guarded by the lock of the connection.
 */
final class Dialling {

    private final IoLoop loop;
    private final ServerAddress server;
    private final ConnectionSettings settings;
    private final Absence absence;
    private final ReentrantLock lock;
    private final Dial.Listener listener;
    private @Nullable Dial dial;
    private @Nullable Timer retry;

    /** Its connection was lost, or it is down; nothing was heard of it since. */
    private volatile boolean doubtful;

    /** It could not be reached, hung up, or owed an answer; nothing was heard of it since. */
    private volatile boolean down;

    private int waits;
    private boolean over;

    Dialling(
            IoLoop loop,
            ServerAddress server,
            ConnectionSettings settings,
            Absence absence,
            ReentrantLock lock,
            Dial.Listener listener) {
        this.loop = loop;
        this.server = server;
        this.settings = settings;
        this.absence = absence;
        this.lock = lock;
        this.listener = listener;
    }

    /** Dials at once; not if that is under way, or about to be while those who need it wait. */
    void now() {
        if (dial == null && !over && !(retry != null && absence.isPatient())) {
            cancelRetry();
            dial = Dial.start(loop, server, settings, listener);
        }
    }

    /** The attempt has succeeded. */
    void succeeded() {
        dial = null;
    }

    /** The attempt has failed, or what it made was of no use. */
    void failed() {
        dial = null;
        later();
    }

    /** A connection was lost. */
    void lost() {
        absence.begins();
        doubtful = true;
        if (down) {
            later();
        }
    }

    /** The server is down: dials by and by, as long as anybody is interested. */
    private void later() {
        var wait = over ? null : absence.untilNextAttempt();
        doubtful = true;
        down = wait != null;
        if (wait != null) {
            cancelRetry();
            int mine = ++waits;
            retry = loop.schedule(wait, () -> again(mine));
        }
    }

    private void again(int wait) {
        lock.lock();
        try {
            if (retry != null && wait == waits) {
                retry = null;
                now();
            }
        } finally {
            lock.unlock();
        }
    }

    private void cancelRetry() {
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
    }

    /** The server owes an answer; false if it was down already. */
    boolean silent() {
        boolean news = !down;
        doubtful = true;
        down = true;
        return news;
    }

    /** Something was heard of the server. */
    void heard() {
        doubtful = false;
        down = false;
        absence.ends();
    }

    /** {@return whether others are to be asked first} Any thread. */
    boolean isDown() {
        return down;
    }

    /** {@return whether it has to answer before it is asked anything} Any thread. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** Dials no more. */
    void stop() {
        over = true;
        cancelRetry();
        if (dial != null) {
            dial.cancel();
        }
    }
}
