package io.gearmancdi.driver.io;

import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.session.PacketSink;
import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.ProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a job server. Any thread may send; whoever flushes first writes for all, and the I/O thread writes
 * what the socket does not take. The I/O thread reads, or a thread that waits in its place, one at a time.
 */
public final class Connection implements PacketSink, IoLoop.Ready {

    private static final int READS_IN_A_ROW = 16;

    /** So many bytes are worth a write of their own; a few score of small packets. */
    private static final int WORTH_A_WRITE = 16 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(1);

    private final IoLoop loop;
    private final Transport transport;
    private final Decoder decoder;
    private final Listener listener;
    private final long maxBufferSize;
    private final Lending lending;
    private final Outbox outbox = new Outbox();
    private final AtomicInteger flushes = new AtomicInteger();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile @Nullable SelectionKey key;
    private volatile boolean blocked;

    /**
     * Wraps a connected transport.
     *
     * @param loop reads and writes it
     * @param transport connected
     * @param settings the largest body accepted, and how many bytes may wait
     * @param listener gets what comes
     */
    public Connection(IoLoop loop, Transport transport, ConnectionSettings settings, Listener listener) {
        this.loop = loop;
        this.transport = transport;
        this.decoder = Decoder.ofResponses(settings.maxPacketSize());
        this.maxBufferSize = settings.maxBufferSize();
        this.listener = listener;
        this.lending = new Lending(loop, transport.socket(), this::read);
    }

    /** Begins to read. I/O thread. */
    public void open() {
        try {
            var registered = transport.socket().register(loop.selector(), SelectionKey.OP_READ, this);
            key = registered;
            if (transport.tls() == null) {
                lending.open(registered);
            }
            if (transport.hasMore()) {
                loop.execute(this::readMore);
            }
        } catch (IOException e) {
            close(e);
        }
    }

    /**
     * Waits for packets and reads them, in the place of the I/O thread: the listener hears of them in this thread. Then nobody
     * may read for some milliseconds, until this is called again or {@link #giveBack}. Any thread; blocks.
     *
     * @param millis how long at most, at least 1
     * @return false if nothing was read: the I/O thread reads again, or another thread does
     */
    public boolean await(long millis) {
        return !closing.get() && lending.await(millis);
    }

    /**
     * Reads what came while nobody looked. Whoever sends after that knows of an end that came before. Any thread.
     *
     * @param idle whether nothing is owed
     */
    public void look(boolean idle) {
        lending.look(idle);
    }

    /** Lets the I/O thread read again. Any thread, any number of times. */
    public void giveBack() {
        lending.giveBack();
    }

    /** Appends a packet, to be written by the next {@link #flush}. Any thread. */
    @Override
    public long send(Packet packet) {
        return outbox.append(packet);
    }

    /** {@return how many bytes have been handed to the socket} */
    public long written() {
        return outbox.written();
    }

    /** {@return whether fewer bytes wait to be written than may} */
    public boolean hasRoom() {
        return outbox.waiting() < maxBufferSize;
    }

    /**
     * Waits until fewer bytes wait to be written than may, or the connection is closed. Any thread but the I/O thread.
     *
     * @param deadline on the clock of {@link System#nanoTime}
     * @return false if the deadline or an interrupt, which stays set, came first
     */
    public boolean awaitRoom(long deadline) {
        return outbox.awaitRoom(maxBufferSize, deadline);
    }

    /**
     * Writes what was appended, as far as the socket takes it; the rest follows by itself. Never blocks. Any thread: an
     * interrupt does not harm the channel, since it is non-blocking.
     */
    public void flush() {
        if (flushes.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            // What is not handed over any more is known to be unsent
            if (!blocked && !closing.get()) {
                write();
            }
            seen = flushes.addAndGet(-seen);
        } while (seen != 0);
    }

    /** Flushes what is worth a write. Less waits for more, or for a {@link #flush}, but not for long. Any thread. */
    public void gather() {
        if (outbox.waiting() >= WORTH_A_WRITE) {
            flush();
        } else if (!gathering.get() && gathering.compareAndSet(false, true)) {
            loop.schedule(LONGEST_WAIT, this::flushGathered);
        }
    }

    /** Looks again while something comes, so that not every gathering wakes the I/O thread. */
    private void flushGathered() {
        if (outbox.waiting() > 0 && !blocked && !closing.get()) {
            flush();
            loop.schedule(LONGEST_WAIT, this::flushGathered);
            return;
        }
        gathering.set(false);
        if (outbox.waiting() > 0 && !blocked && !closing.get()) {
            gather();
        }
    }

    private void write() {
        try {
            boolean free = transport.flush();
            while (free) {
                var buffers = outbox.take();
                if (buffers.length == 0) {
                    return;
                }
                long bytes = transport.write(buffers);
                // Not after they are given back: a chunk that is used again has room again
                boolean all = !buffers[buffers.length - 1].hasRemaining();
                outbox.wrote(bytes);
                free = transport.flush() && all;
            }
            blocked = true;
            loop.execute(this::awaitWritable);
        } catch (IOException e) {
            outbox.wrote(0);
            close(e);
        }
    }

    private void awaitWritable() {
        var current = key;
        if (current != null && current.isValid()) {
            current.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    @Override
    public void ready(SelectionKey ready) {
        if (ready.isValid() && ready.isWritable()) {
            ready.interestOpsAnd(~SelectionKey.OP_WRITE);
            blocked = false;
            flush();
        }
        if (ready.isValid() && ready.isReadable()) {
            lending.ready();
        }
    }

    private void read() {
        try {
            boolean more = true;
            for (int i = 0; more && i < READS_IN_A_ROW && !closing.get(); i++) {
                more = readOnce(decoder.target());
            }
        } catch (IOException | ProtocolException e) {
            close(e);
        } catch (RuntimeException e) {
            // Whatever a server sends must not cost more than its own connection
            DriverLog.internal("a packet of a server", e);
            close(e);
        } finally {
            listener.readDone();
        }
        if (transport.hasUnsent()) {
            flush();
        }
        if (transport.hasMore() && !closing.get()) {
            loop.execute(this::readMore);
        }
    }

    private void readMore() {
        if (!closing.get()) {
            read();
        }
    }

    private boolean readOnce(ByteBuffer target) throws IOException {
        int read = transport.read(target);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        boolean more = !target.hasRemaining();
        for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
            if (frame instanceof Packet packet) {
                listener.received(packet);
            }
        }
        return more;
    }

    /**
     * Closes the connection. Any thread, any number of times; the listener hears it once, on the I/O thread.
     *
     * @param cause why; null where it is on purpose
     */
    public void close(@Nullable Throwable cause) {
        if (closing.compareAndSet(false, true)) {
            outbox.close();
            loop.execute(() -> {
                try {
                    transport.close();
                } catch (IOException e) {
                    if (cause != null) {
                        cause.addSuppressed(e);
                    }
                }
                lending.close();
                listener.closed(cause);
            });
        }
    }

    /** Gets what comes, by whoever reads, one at a time; the end on the I/O thread. */
    public interface Listener {

        /**
         * A packet has come.
         *
         * @param packet a response
         * @throws ProtocolException closes the connection
         */
        void received(Packet packet);

        /** All packets of one read have been given: the time for answers. */
        void readDone();

        /**
         * The connection is closed. Nothing follows.
         *
         * @param cause why; null where it was closed on purpose
         */
        void closed(@Nullable Throwable cause);
    }
}
