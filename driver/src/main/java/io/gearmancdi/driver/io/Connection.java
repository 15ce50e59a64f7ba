package io.gearmancdi.driver.io;

import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.session.PacketSink;
import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.ProtocolException;
import java.io.EOFException;
import java.io.IOException;
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

    /** How long it is worth while to {@link #await} what comes: two changes of threads take a good part of it. */
    public static final long LINGER_MILLIS = 1;

    private static final int READS_IN_A_ROW = 16;

    /** So many bytes are worth a write of their own; a few score of small packets. */
    private static final int WORTH_A_WRITE = 16 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(1);

    private final IoLoop loop;
    private final Transport transport;
    private final Decoder decoder;
    private final ConnectionListener listener;
    private final long maxBufferSize;
    private final Lending lending;
    private final Outbox outbox = new Outbox();
    private final AtomicInteger flushes = new AtomicInteger();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();

    /** Made before it is needed, which may be where the stack has no room for that. */
    private final Runnable end = this::end;

    private volatile @Nullable SelectionKey key;
    private volatile boolean blocked;
    private volatile @Nullable Throwable cause;

    /**
     * Wraps a connected transport.
     *
     * @param loop reads and writes it
     * @param transport connected
     * @param settings the largest body accepted, and how many bytes may wait
     * @param listener gets what comes, from {@link #open} on
     */
    public Connection(IoLoop loop, Transport transport, ConnectionSettings settings, ConnectionListener listener) {
        this.loop = loop;
        this.transport = transport;
        this.decoder = Decoder.ofResponses(settings.maxPacketSize());
        this.maxBufferSize = settings.maxBufferSize();
        this.listener = listener;
        this.lending =
                new Lending(loop, transport.socket(), () -> read(Integer.MAX_VALUE), () -> read(0), this::tellEnd);
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
     * Reads what came while nobody looked, since the thread that reads is away. Whoever sends after that knows of an
     * end that came before. Any thread; never blocks.
     */
    public void look() {
        lending.look();
    }

    /** As {@link #look}; reads also what the I/O thread would read soon. For a connection on which nothing is owed. */
    public void lookFirst() {
        lending.lookFirst();
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
        for (int seen = flushes.getAndIncrement() == 0 ? 1 : 0; seen != 0; seen = flushes.addAndGet(-seen)) {
            // What is not handed over any more is known to be unsent
            if (!blocked && !closing.get()) {
                write();
            }
        }
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
        if (canWrite()) {
            flush();
            loop.schedule(LONGEST_WAIT, this::flushGathered);
            return;
        }
        gathering.set(false);
        if (canWrite()) {
            gather();
        }
    }

    private boolean canWrite() {
        return outbox.waiting() > 0 && !blocked && !closing.get();
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

    /** The last read is one that gets less than it could, and no more than {@code few}. */
    private void read(int few) {
        try {
            if (takeAll(few)) {
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
    private boolean takeAll(int few) throws IOException {
        boolean heard = false;
        boolean more = true;
        for (int i = 0; more && i < READS_IN_A_ROW && !closing.get(); i++) {
            var target = decoder.target();
            int read = transport.read(target);
            if (read < 0) {
                throw new EOFException("the server closed the connection");
            }
            heard |= read > 0;
            more = read > few || !target.hasRemaining();
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
            outbox.close();
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
            // It is of no more use all the same
        }
        lending.close();
    }

    private void tellEnd() {
        var why = cause;
        listener.closed(why);
        if (why != null && !(why instanceof IOException) && !(why instanceof ProtocolException)) {
            DriverLog.internal("a packet of a server", why);
        }
    }
}
