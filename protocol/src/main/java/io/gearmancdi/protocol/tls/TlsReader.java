package io.gearmancdi.protocol.tls;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The way in: records of the socket, and what they hold. One thread at a time. */
final class TlsReader {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel socket;
    private final SSLEngine engine;
    private final TlsBuffers buffers;
    private @Nullable ByteBuffer records;
    private @Nullable ByteBuffer plain;
    private boolean ended;
    private boolean starved;

    TlsReader(SocketChannel socket, SSLEngine engine, TlsBuffers buffers) {
        this.socket = socket;
        this.engine = engine;
        this.buffers = buffers;
    }

    /** Takes a record of the handshake; false where it is not here yet. */
    boolean shake() throws IOException {
        var status = unwrap(NOTHING).getStatus();
        if (status == Status.CLOSED) {
            throw new EOFException("the peer ended the TLS handshake");
        }
        return status != Status.BUFFER_UNDERFLOW || fill("in the TLS handshake");
    }

    /** Until the target is full or the socket empty: how many bytes; -1 after the peer's close_notify. */
    int read(ByteBuffer target) throws IOException {
        int start = target.position();
        while (target.hasRemaining() && !ended && (takePlain(target) || unwrapped(target))) {
            if (engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_TASK) {
                throw new SSLException("the peer wants to negotiate TLS anew, which is refused");
            }
        }
        int read = target.position() - start;
        return read == 0 && ended ? -1 : read;
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
            buffers.give(kept);
        }
        return true;
    }

    /** One record, into the target or what is kept for it; false where the socket has no whole one. */
    private boolean unwrapped(ByteBuffer target) throws IOException {
        var result = unwrap(target);
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            var made = buffers.take(engine.getSession().getApplicationBufferSize());
            result = unwrap(made);
            if (made.flip().hasRemaining()) {
                plain = made;
            } else {
                buffers.give(made);
            }
        }
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            throw new SSLException("a TLS record of more than its session allows");
        }
        ended = result.getStatus() == Status.CLOSED;
        // Also where there was no room at first: that is found out before the record is whole
        return result.getStatus() == Status.BUFFER_UNDERFLOW
                ? fill("without a close_notify")
                : result.bytesConsumed() > 0;
    }

    /** Whether bytes wait here of which the socket does not tell. */
    boolean hasMore() {
        return plain != null || ended || (records != null && !starved);
    }

    private SSLEngineResult unwrap(ByteBuffer target) throws SSLException {
        var source = records == null ? NOTHING : records;
        var result = engine.unwrap(source, target);
        starved = result.getStatus() == Status.BUFFER_UNDERFLOW;
        if (!source.hasRemaining()) {
            clear();
        }
        return result;
    }

    private void clear() {
        if (records != null) {
            buffers.give(records);
            records = null;
        }
    }

    /** Reads what the socket has behind what is here; false if it has nothing. */
    private boolean fill(String when) throws IOException {
        int size = engine.getSession().getPacketBufferSize();
        var buffer = records == null ? buffers.take(size) : records.compact();
        if (buffer.capacity() < size) {
            buffer = ByteBuffer.allocate(size).put(buffer.flip());
        }
        if (!buffer.hasRemaining()) {
            throw new SSLException("a TLS record of more than " + size + " bytes");
        }
        records = buffer;
        int read = socket.read(buffer);
        if (!buffer.flip().hasRemaining()) {
            clear();
        }
        if (read < 0) {
            throw new EOFException("the connection was cut " + when);
        }
        return read > 0;
    }
}
