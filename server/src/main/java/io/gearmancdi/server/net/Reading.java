package io.gearmancdi.server.net;

import io.gearmancdi.protocol.ProtocolException;
import java.io.IOException;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a socket has: steps of a handshake, then requests. Whatever is wrong with it ends this connection alone.
 */
final class Reading {
    private final @Nullable TlsPort tls;
    private final Questions questions;
    private final Runnable wakeUp;
    private final Messages messages;
    private final Passage passage;
    private final LongSupplier now;

    Reading(
            @Nullable TlsPort tls,
            Questions questions,
            Runnable wakeUp,
            Messages messages,
            Passage passage,
            LongSupplier now) {
        this.tls = tls;
        this.questions = questions;
        this.wakeUp = wakeUp;
        this.messages = messages;
        this.passage = passage;
        this.now = now;
    }

    void read(Connection connection) {
        try {
            var task = connection.shakeHands();
            if (task != null && tls != null) {
                tls.run(task, () -> readLater(connection));
            } else if (!connection.isShaking()) {
                connection.read(now.getAsLong());
                passage.read(connection, now.getAsLong());
            }
        } catch (SSLException e) {
            connection.abort();
            messages.insecure(connection, e, now.getAsLong());
        } catch (IOException e) {
            connection.abort(); // the peer is gone
        } catch (ProtocolException e) {
            messages.refused(connection, e, now.getAsLong());
            connection.end();
        } catch (RuntimeException e) {
            messages.failed(connection, e);
            connection.abort();
        } catch (OutOfMemoryError e) {
            connection.abort(); // first: the rest may need memory too
            messages.outOfMemory(connection, e);
        }
    }

    /** Has the loop read in its next pass what is there without the socket's saying so; any thread. */
    void readLater(Connection connection) {
        questions.ask(() -> {
            if (connection.isOpen()) {
                read(connection);
            }
            return connection;
        });
        wakeUp.run();
    }
}
