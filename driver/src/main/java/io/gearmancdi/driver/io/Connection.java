package io.gearmancdi.driver.io;

import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.session.PacketSink;
import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.ProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a job server. Any thread may send; whoever flushes first writes for all, and the I/O thread writes
 * what the socket does not take. The I/O thread reads, or a thread that waits in its place, one at a time.
 */
public final class Connection implements PacketSink, IoLoop.Ready {

    /** How long it is worth while to {@link #await} what comes: two changes of threads take a good part of it. */
    public static final long LINGER_MILLIS = 1;

    private static final int READS_IN_A_ROW = 16;

    private final IoLoop loop;
    private final Transport transport;
    private final Decoder decoder;
    private final Listener listener;
    private final long maxBufferSize;
    private final Lending lending;
    private final Writing writing;
    private final AtomicBoolean closing = new AtomicBoolean();

    /** Made before it is needed, which may be where the stack has no room for that. */
    private final Runnable end = this::end;

    private volatile @Nullable Throwable cause;

    /**
     * Wraps a connected transport.
     *
     * @param loop reads and writes it
     * @param transport connected
     * @param settings the largest body accepted, and how many bytes may wait
     * @param listener gets what comes, from {@link #open} on
     */
    public Connection(IoLoop loop, Transport transport, ConnectionSettings settings, Listener listener) {
        this.loop = loop;
        this.transport = transport;
        this.decoder = Decoder.ofResponses(settings.maxPacketSize());
        this.maxBufferSize = settings.maxBufferSize();
        this.listener = listener;
        this.lending = new Lending(loop, transport.socket(), this::read, this::tellEnd);
        this.writing = new Writing(loop, transport, this::close);
    }

    /** Begins to read. I/O thread. */
    public void open() {
        try {
            var registered = transport.socket().register(loop.selector(), SelectionKey.OP_READ, this);
            writing.open(registered);
            if (transport.tls() == null) {
                lending.open(registered);
            }
            if (transport.hasMore()) {
                loop.execute(lending::ready);
            }
        } catch (IOException e) {
            close(e);
        }
    }

    /**
     * Waits for packets and reads them, in the place of the I/O thread: the listener hears of them in this thread. Then
     * nobody may read for some milliseconds, until this is called again or {@link #giveBack}. Any thread; blocks.
     *
     * @param millis how long at most, at least 1
     * @return false if nothing was read: the I/O thread reads again, or another thread does
     */
    public boolean await(long millis) {
        return !closing.get() && lending.await(millis);
    }

    /**
     * Reads what came while nobody looked. Whoever sends after that knows of an end that came before. Any thread; never
     * blocks.
     *
     * @param owed if nothing, it reads also where the I/O thread would soon
     */
    public void look(Owed owed) {
        lending.look(owed);
    }

    /** Lets the I/O thread read again. Any thread, any number of times. */
    public void giveBack() {
        lending.giveBack();
    }

    /** Appends a packet, to be written by the next {@link #flush}. Any thread. */
    @Override
    public long send(Packet packet) {
        return writing.outbox().append(packet);
    }

    /** {@return how many bytes have been handed to the socket} */
    public long written() {
        return writing.outbox().written();
    }

    /** {@return whether fewer bytes wait to be written than may} */
    public boolean hasRoom() {
        return writing.outbox().waiting() < maxBufferSize;
    }

    /**
     * Waits until fewer bytes wait to be written than may, or the connection is closed. Any thread but the I/O thread.
     *
     * @param deadline on the clock of {@link System#nanoTime}
     * @return false if the deadline or an interrupt, which stays set, came first
     */
    public boolean awaitRoom(long deadline) {
        return writing.outbox().awaitRoom(maxBufferSize, deadline);
    }

    /**
     * Writes what was appended, as far as the socket takes it; the rest follows by itself. Never blocks. Any thread: an
     * interrupt does not harm the channel, since it is non-blocking.
     */
    public void flush() {
        writing.flush();
    }

    /** Flushes what is worth a write. Less waits for more, or for a {@link #flush}, but not for long. Any thread. */
    public void gather() {
        writing.gather();
    }

    @Override
    public void ready(SelectionKey ready) {
        if (ready.isValid() && ready.isWritable()) {
            writing.ready(ready);
        }
        if (ready.isValid() && ready.isReadable()) {
            lending.ready();
        }
    }

    private void read(Lending.Until until) {
        try {
            if (readAll(until)) {
                listener.readDone();
            }
        } catch (IOException | RuntimeException | Error e) {
            // Whatever a server sends must not cost more than its own connection, of which a packet is lost now
            close(e);
        }
        if (transport.hasUnsent()) {
            flush();
        }
        if (transport.hasMore() && !closing.get()) {
            loop.execute(lending::ready);
        }
    }

    /** Whether something came. */
    private boolean readAll(Lending.Until until) throws IOException {
        boolean heard = false;
        boolean more = true;
        for (int i = 0; more && i < READS_IN_A_ROW && !closing.get(); i++) {
            var target = decoder.target();
            int read = transport.read(target);
            if (read < 0) {
                throw new EOFException("the server closed the connection");
            }
            heard |= read > 0;
            more = until == Lending.Until.EMPTY ? read > 0 : !target.hasRemaining();
            for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
                if (frame instanceof Packet packet) {
                    listener.received(packet);
                }
            }
        }
        return heard;
    }

    /**
     * Closes the connection. Any thread, any number of times; the listener hears it once, on the I/O thread.
     *
     * @param why null where it is on purpose
     */
    public void close(@Nullable Throwable why) {
        if (closing.compareAndSet(false, true)) {
            cause = why;
            writing.stop();
            loop.execute(end);
        }
    }

    @Override
    public void lost(IOException why) {
        close(why);
    }

    private void end() {
        try {
            transport.close();
        } catch (IOException e) {
            var why = cause;
            if (why != null) {
                why.addSuppressed(e);
            }
        }
        lending.close();
    }

    private void tellEnd() {
        var why = cause;
        if (why != null && !(why instanceof IOException) && !(why instanceof ProtocolException)) {
            DriverLog.internal("a packet of a server", why);
        }
        listener.closed(why);
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

        /** All packets of one read, of which there may be none yet, have been given: the time for answers. */
        void readDone();

        /**
         * The connection is closed. Nothing follows.
         *
         * @param cause why; null where it was closed on purpose
         */
        void closed(@Nullable Throwable cause);
    }
}
