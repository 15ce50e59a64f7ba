package io.gearmancdi.protocol.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import org.jspecify.annotations.Nullable;

/** The way out: what is to be said, in records, one at a time. Thread-safe. */
final class TlsWriter {

    private static final ByteBuffer[] NOTHING = {ByteBuffer.allocate(0)};

    private final SocketChannel socket;
    private final SSLEngine engine;
    private final TlsBuffers buffers;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ByteBuffer record;

    /** How much of what was to be said is in the record. */
    private int held;

    private @Nullable IOException broken;

    TlsWriter(SocketChannel socket, SSLEngine engine, TlsBuffers buffers) {
        this.socket = socket;
        this.engine = engine;
        this.buffers = buffers;
    }

    /**
     * What the socket takes: how many bytes are on their way, the last of them maybe still here. Where the connection
     * breaks behind some of them, that is told by the next call.
     */
    long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long written = 0;
        lock.lock();
        try {
            for (int i = offset; i < offset + length; i++) {
                while (sources[i].hasRemaining()) {
                    if (!flush()) {
                        return written;
                    }
                    wrap(sources, i, offset + length - i);
                    if (record == null) {
                        return written; // the peer negotiates anew, which whoever reads will refuse
                    }
                    written += held;
                }
            }
            flush();
            return written;
        } catch (IOException e) {
            // Of a record that the socket has not touched nothing is written, unless an earlier call has said so
            boolean untouched = record != null && record.position() == 0;
            long gone = untouched ? written - held : written;
            if (gone <= 0) {
                throw e;
            }
            return gone;
        } finally {
            lock.unlock();
        }
    }

    /** Writes what is left here and what TLS itself has to say; whether nothing is left. */
    boolean flush() throws IOException {
        lock.lock();
        try {
            while (hasUnsent()) {
                if (record == null) {
                    wrap(NOTHING, 0, 1);
                }
                var left = record;
                if (left == null) {
                    break;
                }
                put(left);
                if (left.hasRemaining()) {
                    return false;
                }
                record = null;
                buffers.give(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void put(ByteBuffer left) throws IOException {
        if (broken != null) {
            throw broken;
        }
        try {
            socket.write(left);
        } catch (IOException e) {
            // What it did not take now counts as unsent, and must stay so
            broken = e;
            throw e;
        }
    }

    /** Whether {@link #flush} has something to write. */
    boolean hasUnsent() {
        lock.lock();
        try {
            return record != null || engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the peer that nothing follows, as far as the socket takes it at once. */
    void end() throws IOException {
        lock.lock();
        try {
            if (flush()) {
                engine.closeOutbound();
                flush();
            }
        } finally {
            lock.unlock();
        }
    }

    private void wrap(ByteBuffer[] sources, int offset, int length) throws IOException {
        var made = buffers.take(engine.getSession().getPacketBufferSize());
        var result = engine.wrap(sources, offset, length, made);
        if (made.flip().hasRemaining()) {
            record = made;
        } else {
            buffers.give(made);
            if (result.getStatus() == Status.CLOSED) {
                throw new ClosedChannelException();
            }
        }
        held = result.bytesConsumed();
    }
}
