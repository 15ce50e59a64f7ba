package io.gearmancdi.server.net;

import io.gearmancdi.protocol.tls.TlsChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The socket of one connection, plain or secure. */
final class Wire {
    /** The JDK keeps a copy outside the heap as large as the largest read. */
    static final int BYTES_PER_READ = 256 * 1024;

    private final SocketChannel channel;
    private final @Nullable TlsChannel tls;
    private final SelectionKey key;

    Wire(SocketChannel channel, @Nullable TlsChannel tls, SelectionKey key) {
        this.channel = channel;
        this.tls = tls;
        this.key = key;
    }

    boolean isSecure() {
        return tls != null;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Whether nothing but a handshake may come. */
    boolean isShaking() {
        return tls != null && !tls.isSecure();
    }

    /**
     * Goes on with the handshake of a secure connection.
     *
     * @return work that takes time, to be followed by another call; null where there is none
     */
    @Nullable
    Runnable shakeHands() throws IOException {
        if (tls == null || tls.isSecure()) {
            return null;
        }
        int wanted = tls.handshake();
        watch(wanted);
        return wanted == 0 ? tls::runTask : null;
    }

    /** Reads up to {@link #BYTES_PER_READ}; less than 0 at the end. */
    int read(ByteBuffer target) throws IOException {
        int limit = target.limit();
        target.limit(Math.min(limit, target.position() + BYTES_PER_READ));
        try {
            return tls == null ? channel.read(target) : tls.read(target);
        } finally {
            target.limit(limit);
        }
    }

    /** Whether there is more to read than the socket knows of. */
    boolean hasMore() {
        return tls != null && tls.hasMore();
    }

    /** Writes what the socket takes, and tells whether nothing is left. */
    boolean write(Output output) throws IOException {
        return tls == null ? output.flush(channel) : tls.flush() && output.flush(tls) && tls.flush();
    }

    void watch(int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    void close() {
        Closing.quietly(tls == null ? channel : tls);
    }
}
