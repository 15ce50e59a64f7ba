package io.gearmancdi.protocol.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS over a socket that does not block. {@link #handshake} comes first, until it is done; then one thread may read
 * while another one writes. Holds two or three records at most, and no buffer while it has nothing to keep in it.
 */
public final class TlsChannel implements ByteChannel, GatheringByteChannel {

    private final SocketChannel socket;
    private final TlsBuffers buffers;
    private final Supplier<SSLEngine> engines;
    private volatile @Nullable Halves halves;
    private volatile @Nullable Exception refused;
    private volatile boolean secure;

    /** There only when the files have been read. */
    private static final class Halves {
        private final SSLEngine engine;
        private final TlsReader reader;
        private final TlsWriter writer;

        Halves(SSLEngine engine, SocketChannel socket, TlsBuffers buffers) {
            this.engine = engine;
            this.reader = new TlsReader(socket, engine, buffers);
            this.writer = new TlsWriter(socket, engine, buffers);
        }
    }

    TlsChannel(SocketChannel socket, TlsBuffers buffers, Supplier<SSLEngine> engines) {
        this.socket = socket;
        this.buffers = buffers;
        this.engines = engines;
    }

    /** {@return whether the handshake is done} */
    public boolean isSecure() {
        return secure;
    }

    /**
     * Goes on with the handshake as far as it goes without blocking.
     *
     * @return the operations of {@link SelectionKey} that it waits for, to be called again then; none where it waits
     *     for {@link #runTask}; {@link #isSecure} tells whether it is done
     * @throws IOException if it has failed; {@link #close} then tells the peer
     */
    public int handshake() throws IOException {
        var current = halves;
        if (refused != null) {
            throw new SSLException(refused.getMessage(), refused);
        }
        if (current == null) {
            return 0;
        }
        while (current.writer.flush()) {
            var status = current.engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                return 0;
            }
            if (status == HandshakeStatus.NEED_UNWRAP || status == HandshakeStatus.NEED_UNWRAP_AGAIN) {
                if (!current.reader.shake()) {
                    return SelectionKey.OP_READ;
                }
            } else if (status != HandshakeStatus.NEED_WRAP) {
                secure = true;
                return SelectionKey.OP_READ;
            }
        }
        return SelectionKey.OP_WRITE;
    }

    /** Does the work that takes time, on a thread that may block; one at a time, while the handshake waits for it. */
    public void runTask() {
        try {
            var current = halves;
            if (current == null) {
                var engine = engines.get();
                engine.beginHandshake();
                halves = new Halves(engine, socket, buffers);
                return;
            }
            for (var task = current.engine.getDelegatedTask(); task != null; ) {
                task.run();
                task = current.engine.getDelegatedTask();
            }
        } catch (SSLException | RuntimeException e) {
            refused = e;
        }
    }

    /**
     * Reads until the target is full or the socket empty.
     *
     * @return how many bytes; -1 after the peer's close_notify
     * @throws java.io.EOFException where the connection was cut without one
     */
    @Override
    public int read(ByteBuffer target) throws IOException {
        return begun().reader.read(target);
    }

    /** {@return whether bytes of the peer wait here, so that the socket will not tell of them} */
    public boolean hasMore() {
        var current = halves;
        return current != null && current.reader.hasMore();
    }

    /**
     * Writes what the socket takes.
     *
     * @return how many bytes are on their way; the last of them may still be here, see {@link #flush}
     * @throws IOException where none is: if the connection breaks behind some of them, the next call throws that
     */
    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return begun().writer.write(sources, offset, length);
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
        return begun().writer.flush();
    }

    /** {@return whether {@link #flush} has something to write} */
    public boolean hasUnsent() {
        var current = halves;
        return current != null && current.writer.hasUnsent();
    }

    private Halves begun() throws ClosedChannelException {
        var current = halves;
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
            var current = halves;
            if (current != null && socket.isOpen()) {
                current.writer.end();
            }
        } catch (IOException e) {
            // The peer is gone, or does not read
        }
    }
}
