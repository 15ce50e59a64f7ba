package io.gearmancdi.protocol.tls;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS over a socket that does not block. {@link #handshake} comes first, until it is done; then one thread may read while
 * another one writes. Holds a record or two at most, and no buffer while it has nothing to keep in it.
 */
public final class TlsChannel implements ByteChannel, GatheringByteChannel {

    private static final ByteBuffer[] NOTHING = {ByteBuffer.allocate(0)};
    private static final int RECORDS = 4;

    private final SocketChannel socket;
    private final Supplier<SSLEngine> engines;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable SSLEngine engine;
    private volatile @Nullable RuntimeException refused;
    private volatile boolean open;
    private @Nullable ByteBuffer in;
    private @Nullable ByteBuffer plain;
    private @Nullable ByteBuffer out;
    private boolean ended;
    private boolean starved;

    /** What a handshake waits for. */
    public enum Step {
        /** Bytes of the peer. */
        READ,
        /** Room in the socket. */
        WRITE,
        /** {@link #runTask}, on a thread that may block. */
        TASK,
        /** Nothing: it is done. */
        DONE
    }

    /**
     * Nothing is sent yet.
     *
     * @param socket connected, non-blocking
     * @param engines makes the engine, as the first task
     */
    public TlsChannel(SocketChannel socket, Supplier<SSLEngine> engines) {
        this.socket = socket;
        this.engines = engines;
    }

    /** {@return whether the handshake is done} */
    public boolean isSecure() {
        return open;
    }

    /**
     * Goes on with the handshake as far as it goes without blocking.
     *
     * @return what it waits for; to be called again then
     * @throws IOException if it has failed; {@link #close} then tells the peer
     */
    public Step handshake() throws IOException {
        if (refused != null) {
            throw new SSLException(refused);
        }
        var current = engine;
        if (current == null) {
            return Step.TASK;
        }
        while (true) {
            if (!flush()) {
                return Step.WRITE;
            }
            switch (current.getHandshakeStatus()) {
                case NEED_TASK -> {
                    return Step.TASK;
                }
                case NEED_WRAP -> wrap(current, NOTHING, 0, 1);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    var result = unwrap(current, NOTHING[0]);
                    if (result.getStatus() == Status.CLOSED) {
                        throw new EOFException("the peer ended the TLS handshake");
                    }
                    if (result.getStatus() == Status.BUFFER_UNDERFLOW && !fill(current)) {
                        return Step.READ;
                    }
                }
                default -> {
                    open = true;
                    return Step.DONE;
                }
            }
        }
    }

    /** Does the work that takes time. One thread, while the handshake says that it waits for it. */
    public void runTask() {
        try {
            var current = engine;
            if (current == null) {
                var made = engines.get();
                made.beginHandshake();
                engine = made;
                return;
            }
            for (var task = current.getDelegatedTask(); task != null; task = current.getDelegatedTask()) {
                task.run();
            }
        } catch (SSLException e) {
            refused = new IllegalStateException(e.getMessage(), e);
        } catch (RuntimeException e) {
            refused = e;
        }
    }

    /**
     * Reads until the target is full or the socket empty.
     *
     * @return how many bytes; -1 after the peer's close_notify
     * @throws EOFException where the connection was cut without one
     */
    @Override
    public int read(ByteBuffer target) throws IOException {
        var current = begun();
        int start = target.position();
        while (target.hasRemaining() && !ended) {
            if (!takePlain(target)) {
                var status = unwrap(current, target).getStatus();
                if (status == Status.BUFFER_OVERFLOW) {
                    var made = ByteBuffer.allocate(current.getSession().getApplicationBufferSize());
                    status = unwrap(current, made).getStatus();
                    plain = made.position() == 0 ? null : made.flip();
                }
                // Also where there was no room at first: that is found out before the record is whole
                if (status == Status.BUFFER_UNDERFLOW && !fill(current)) {
                    return target.position() - start;
                }
                if (status == Status.BUFFER_OVERFLOW) {
                    throw new SSLException("A TLS record of more than its session allows");
                }
                ended = status == Status.CLOSED;
                if (current.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                    throw new SSLException("The peer wants to negotiate TLS anew, which is refused");
                }
            }
        }
        int read = target.position() - start;
        return read == 0 && ended ? -1 : read;
    }

    /** {@return whether bytes of the peer wait here, so that the socket will not tell of them} */
    public boolean hasMore() {
        return plain != null || ended || (in != null && !starved);
    }

    private boolean takePlain(ByteBuffer target) {
        var kept = plain;
        if (kept == null) {
            return false;
        }
        int count = Math.min(kept.remaining(), target.remaining());
        target.put(target.position(), kept, kept.position(), count).position(target.position() + count);
        kept.position(kept.position() + count);
        if (!kept.hasRemaining()) {
            plain = null;
        }
        return true;
    }

    private SSLEngineResult unwrap(SSLEngine current, ByteBuffer target) throws SSLException {
        var source = in == null ? NOTHING[0] : in;
        var result = current.unwrap(source, target);
        starved = result.getStatus() == Status.BUFFER_UNDERFLOW;
        if (!source.hasRemaining()) {
            in = null;
        }
        return result;
    }

    /** Reads what the socket has behind what is here; false if it has nothing. */
    private boolean fill(SSLEngine current) throws IOException {
        int size = current.getSession().getPacketBufferSize();
        var kept = in;
        var buffer = ByteBuffer.allocate(Math.max(size, kept == null ? 0 : kept.remaining()));
        if (kept != null) {
            buffer.put(kept.duplicate());
        }
        if (!buffer.hasRemaining()) {
            throw new SSLException("A TLS record of more than " + size + " bytes");
        }
        int read = socket.read(buffer);
        if (read < 0) {
            throw new EOFException(
                    open
                            ? "the connection was cut: no close_notify came"
                            : "the connection was cut in the TLS handshake");
        }
        if (read > 0) {
            in = buffer.flip();
        }
        return read > 0;
    }

    /**
     * Writes what the socket takes.
     *
     * @return how many bytes are on their way; the last of them may still be here, see {@link #flush}
     */
    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        var current = begun();
        writing.lock();
        try {
            long written = 0;
            long taken;
            do {
                taken = flush() ? wrap(current, sources, offset, length) : 0;
                written += taken;
            } while (taken > 0);
            return written;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public long write(ByteBuffer[] sources) throws IOException {
        return write(sources, 0, sources.length);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return (int) write(new ByteBuffer[] {source}, 0, 1);
    }

    /**
     * Writes what is left here, and what TLS itself has to say.
     *
     * @return whether nothing is left
     * @throws IOException where the connection is gone
     */
    public boolean flush() throws IOException {
        writing.lock();
        try {
            var current = engine;
            if (out == null && open && current != null && current.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                wrap(current, NOTHING, 0, 1);
            }
            while (out != null && out.hasRemaining()) {
                if (socket.write(out) == 0) {
                    return false;
                }
            }
            out = null;
            return true;
        } finally {
            writing.unlock();
        }
    }

    /** {@return whether {@link #flush} has something to write} */
    public boolean hasUnsent() {
        writing.lock();
        try {
            var current = engine;
            return out != null
                    || (open && current != null && current.getHandshakeStatus() == HandshakeStatus.NEED_WRAP);
        } finally {
            writing.unlock();
        }
    }

    /** Some records, while nothing of earlier ones is left; returns how much of the sources they hold. */
    private long wrap(SSLEngine current, ByteBuffer[] sources, int offset, int length) throws IOException {
        writing.lock();
        try {
            long left = 0;
            for (int i = offset; i < offset + length; i++) {
                left += sources[i].remaining();
            }
            int record = current.getSession().getPacketBufferSize();
            if (left == 0 && sources != NOTHING) {
                return 0;
            }
            var records = ByteBuffer.allocate(left > record ? RECORDS * record : record);
            long taken = 0;
            do {
                var result = current.wrap(sources, offset, length, records);
                if (result.getStatus() == Status.CLOSED && sources != NOTHING) {
                    throw new ClosedChannelException();
                }
                taken += result.bytesConsumed();
            } while (taken < left && records.remaining() >= record);
            out = records.position() == 0 ? null : records.flip();
            return taken;
        } finally {
            writing.unlock();
        }
    }

    private SSLEngine begun() throws ClosedChannelException {
        var current = engine;
        if (current == null) {
            throw new ClosedChannelException();
        }
        return current;
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    /** Tells the peer, as far as the socket takes it at once, and closes. */
    @Override
    public void close() throws IOException {
        try (socket) {
            var current = engine;
            writing.lock();
            try {
                if (current != null && socket.isOpen() && flush()) {
                    current.closeOutbound();
                    wrap(current, NOTHING, 0, 1);
                    flush();
                }
            } catch (IOException e) {
                // The peer is gone, or does not read
            } finally {
                writing.unlock();
            }
        }
    }
}
