package io.gearmancdi.server.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Lets connections in, and pauses where the system has no room for more. */
final class Admission {
    private static final int ADMITTED_PER_PASS = 256;
    private static final long PAUSE = 1000;

    private final Acceptor acceptor;
    private final @Nullable TlsPort tls;
    private final Messages messages;
    private long again = Long.MAX_VALUE;

    Admission(Acceptor acceptor, @Nullable TlsPort tls, Messages messages) {
        this.tls = tls;
        this.acceptor = acceptor;
        this.messages = messages;
    }

    void admit(long now, Service service) {
        try {
            for (int admitted = 0; admitted < ADMITTED_PER_PASS; admitted++) {
                var channel = acceptor.accept();
                if (channel == null) {
                    return;
                }
                service.serve(channel);
            }
        } catch (IOException e) {
            messages.notAccepted(e);
            acceptor.pause();
            again = now + PAUSE;
        }
    }

    /** When {@link #resumeWhenDue} has something to do; {@link Long#MAX_VALUE} for never. */
    long next() {
        return again;
    }

    void resumeWhenDue(long now) {
        if (again <= now) {
            again = Long.MAX_VALUE;
            acceptor.resume();
        }
    }

    /** Lets nobody in any more; handshakes that have begun go on. */
    void close() {
        acceptor.close();
    }

    /** The end: nothing in a handshake is worked on any more. */
    void end() {
        close();
        if (tls != null) {
            tls.close();
        }
    }

    /** What becomes of a connection. */
    interface Service {
        void serve(SocketChannel channel) throws IOException;
    }
}
