package io.gearmancdi.driver.io;

import io.gearmancdi.protocol.tls.TlsChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A connected socket, and TLS over it where the connection is secure.
 *
 * @param socket non-blocking
 * @param tls has shaken hands
 */
public record Transport(SocketChannel socket, @Nullable TlsChannel tls) {

    int read(ByteBuffer target) throws IOException {
        return tls == null ? socket.read(target) : tls.read(target);
    }

    long write(ByteBuffer[] sources) throws IOException {
        return tls == null ? socket.write(sources) : tls.write(sources);
    }

    /** Whether nothing waits here to be written: what was taken is with the socket. */
    boolean flush() throws IOException {
        return tls == null || tls.flush();
    }

    /** Whether TLS itself has something to say. */
    boolean hasUnsent() {
        return tls != null && tls.hasUnsent();
    }

    /** Whether bytes wait here of which the selector knows nothing. */
    boolean hasMore() {
        return tls != null && tls.hasMore();
    }

    void close() throws IOException {
        if (tls == null) {
            socket.close();
        } else {
            tls.close();
        }
    }
}
