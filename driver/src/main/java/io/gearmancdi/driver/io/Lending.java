package io.gearmancdi.driver.io;

import io.gearmancdi.driver.log.DriverLog;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a connection: the I/O thread, or for a short while a thread that has nothing else to do than to wait for
 * what comes. That spares the time in which one thread wakes the other.
 *
 * <p>A borrower keeps the connection while it works on what it has read, so that it may read again without a word to
 * the I/O thread. Meanwhile the I/O thread takes it back as soon as something comes; at the latest after {@link
 * #LOOK_AGAIN} where the selector was told not to look.
 */
final class Lending {

    private enum Reader {
        /** The I/O thread, as soon as something comes. */
        LOOP,
        /** The thread that is reading now, or waits for what it will read. In the end: nobody any more. */
        INSIDE,
        /** The borrower is away, and may come back. */
        AWAY
    }

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final IoLoop loop;
    private final SocketChannel socket;
    private final Runnable read;
    private final Runnable readAll;
    private final Runnable ended;
    private final AtomicReference<Reader> reader = new AtomicReference<>(Reader.LOOP);
    private volatile @Nullable SelectionKey key;
    private volatile @Nullable Selector selector;
    private volatile boolean hidden;
    private volatile boolean closed;
    private boolean looking;

    /**
     * @param read reads what has come, and tells of it; of what it leaves the selector tells
     * @param readAll the same, until nothing is left, or the end
     * @param ended told once, on the I/O thread, when the connection is closed and nobody reads it any more
     */
    Lending(IoLoop loop, SocketChannel socket, Runnable read, Runnable readAll, Runnable ended) {
        this.loop = loop;
        this.socket = socket;
        this.read = read;
        this.readAll = readAll;
        this.ended = ended;
    }

    /** Lets the I/O thread read, and others borrow. I/O thread. */
    void open(SelectionKey registered) {
        key = registered;
    }

    /**
     * Waits for something to read, and reads it, in the place of the I/O thread. Any thread but that one.
     *
     * @param millis at least 1
     * @return false if nothing came, or this thread may not wait here: the I/O thread or another one reads
     */
    boolean await(long millis) {
        if (key == null || loop.isLoopThread() || !take()) {
            return false;
        }
        boolean heard = false;
        try {
            heard = select(millis);
            if (heard) {
                read.run();
            }
        } catch (IOException | ClosedSelectorException e) {
            // It is being closed, or there is no descriptor left for a selector: the I/O thread reads
        } catch (RuntimeException | Error e) {
            DriverLog.internal("a thread that reads", e);
        } finally {
            leave(Reader.AWAY);
            if (!heard) {
                giveBack();
            }
        }
        return heard;
    }

    private boolean take() {
        return reader.compareAndSet(Reader.AWAY, Reader.INSIDE) || reader.compareAndSet(Reader.LOOP, Reader.INSIDE);
    }

    private void leave(Reader next) {
        reader.set(next);
        if (closed) {
            loop.execute(this::end);
        }
    }

    private boolean select(long millis) throws IOException {
        var own = selector;
        if (own == null) {
            own = Selector.open();
            selector = own;
            if (closed) {
                own.close();
            }
            socket.register(own, SelectionKey.OP_READ);
        }
        return own.select(ready -> {}, millis) > 0;
    }

    /** Reads what came while the borrower was away, be it the end of the connection. Any thread; never blocks. */
    void look() {
        look(Reader.AWAY);
    }

    /** Reads also what the I/O thread is to read, but may be late for. Any thread; never blocks. */
    void lookFirst() {
        if (!look(Reader.AWAY) && key != null && look(Reader.LOOP)) {
            showLater();
        }
    }

    private boolean look(Reader from) {
        if (!reader.compareAndSet(from, Reader.INSIDE)) {
            return false;
        }
        try {
            readAll.run();
        } finally {
            leave(from);
        }
        return true;
    }

    /** The borrower needs the connection no longer. Any thread; does nothing where nobody has borrowed it. */
    void giveBack() {
        if (reader.compareAndSet(Reader.AWAY, Reader.LOOP)) {
            showLater();
        }
    }

    private void showLater() {
        if (hidden) {
            loop.execute(this::show);
        }
    }

    /** Something can be read: reads it, unless a borrower does. I/O thread. */
    void ready() {
        while (!take()) {
            hidden = true;
            // Whoever leaves from now on sees that it is hidden
            if (reader.get() == Reader.INSIDE) {
                hide();
                return;
            }
            hidden = false;
        }
        try {
            read.run();
        } finally {
            leave(Reader.LOOP);
        }
    }

    private void hide() {
        var current = key;
        if (current != null && current.isValid()) {
            current.interestOpsAnd(~SelectionKey.OP_READ);
            if (!looking) {
                looking = true;
                loop.schedule(LOOK_AGAIN, this::lookAgain);
            }
        }
    }

    private void lookAgain() {
        if (reader.get() == Reader.INSIDE && !closed) {
            loop.schedule(LOOK_AGAIN, this::lookAgain);
        } else {
            looking = false;
            reader.compareAndSet(Reader.AWAY, Reader.LOOP);
            show();
        }
    }

    private void show() {
        var current = key;
        if (hidden && current != null && current.isValid()) {
            hidden = false;
            current.interestOpsOr(SelectionKey.OP_READ);
        }
    }

    /** The socket is closed; lets go of it, and lets nobody read any more. I/O thread. */
    void close() {
        closed = true;
        var own = selector;
        if (own != null) {
            try {
                own.close();
            } catch (IOException e) {
                DriverLog.internal("closing a selector", e);
            }
        }
        end();
    }

    /** Not while somebody reads, who then comes here when it leaves. */
    private void end() {
        if (take()) {
            ended.run();
        }
    }
}
