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

    private enum Standing {
        /** It was heard of, or there was nothing to hear yet. */
        GOOD,
        /** Its connection was lost, and nothing was heard of it since. */
        LOST,
        /** It could not be reached, hung up, or owed an answer, and nothing was heard of it since. */
        DOWN
    }

    private final IoLoop loop;
    private final ServerAddress server;
    private final ConnectionSettings settings;
    private final Absence absence;
    private final ReentrantLock lock;
    private final Dial.Listener listener;
    private @Nullable Dial dial;
    private @Nullable Timer retry;
    private volatile Standing standing = Standing.GOOD;
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
        if (isDown()) {
            later();
        } else {
            standing = Standing.LOST;
        }
    }

    /** The server is down: dials by and by, as long as anybody is interested. */
    private void later() {
        var wait = over ? null : absence.untilNextAttempt();
        standing = wait == null ? Standing.LOST : Standing.DOWN;
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
        boolean news = !isDown();
        standing = Standing.DOWN;
        return news;
    }

    /** Something was heard of the server. */
    void heard() {
        standing = Standing.GOOD;
        absence.ends();
    }

    /** {@return whether others are to be asked first} Any thread. */
    boolean isDown() {
        return standing == Standing.DOWN;
    }

    /** {@return whether nothing tells that the server would not answer} Any thread. */
    boolean isGood() {
        return standing == Standing.GOOD;
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
