package io.gearmancdi.server.net;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.gearmancdi.protocol.ProtocolException;
import java.lang.System.Logger;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** Everything that this module ever logs. Nothing of it holds bytes of a peer. */
final class Messages {
    private final Logger logger = System.getLogger("io.gearmancdi.server");
    private final Seldom refused = new Seldom(logger, WARNING);
    private final Seldom behind = new Seldom(logger, WARNING);
    private final Seldom exhausted = new Seldom(logger, INFO);
    private final Seldom tooMany = new Seldom(logger, WARNING);
    private final Seldom insecure = new Seldom(logger, WARNING);

    void started(InetSocketAddress address) {
        logger.log(INFO, "GCS001 Job server listens on {0}", text(address));
    }

    void stopped(InetSocketAddress address) {
        logger.log(INFO, "GCS002 Job server on {0} has stopped", text(address));
    }

    void crashed(InetSocketAddress address, Throwable cause) {
        logger.log(Logger.Level.ERROR, "GCS003 Job server on " + text(address) + " has failed", cause);
    }

    void notKept(Exception cause) {
        logger.log(Logger.Level.ERROR, "GCS015 The job store was not closed well: its last notes may be lost", cause);
    }

    void notAccepted(Exception cause) {
        logger.log(WARNING, "GCS004 Cannot accept connections for now", cause);
    }

    void failed(Connection connection, RuntimeException cause) {
        logger.log(WARNING, "GCS005 Connection of " + connection.address() + " closed after an error of ours", cause);
    }

    void refused(Connection connection, ProtocolException reason, long now) {
        refused.say(now, () -> "GCS006 Connection of " + connection.address() + " closed: " + reason.getMessage());
    }

    void behind(Connection connection, long now) {
        behind.say(
                now,
                () -> "GCS009 Connection of " + connection.address() + " closed: it does not read what it is sent");
    }

    void exhausted(Connection connection, String reason, long now) {
        exhausted.say(now, () -> "GCS010 Connection of " + connection.address() + " closed: " + reason);
    }

    void tooMany(SocketChannel channel, int connections, long now) {
        tooMany.say(
                now,
                () -> "GCS011 Connection of "
                        + channel.socket().getInetAddress().getHostAddress() + " closed: there are " + connections);
    }

    void outOfMemory(Connection connection, OutOfMemoryError cause) {
        try {
            logger.log(WARNING, "GCS012 Connection of " + connection.address() + " closed for want of memory", cause);
        } catch (OutOfMemoryError ignored) {
            // that it is closed counts more than that it is told
        }
    }

    void insecure(Connection connection, Exception reason, long now) {
        insecure.say(
                now, () -> "GCS016 Connection of " + connection.address() + " closed: no TLS, " + reason.getMessage());
    }

    void tlsUnreadable(Exception cause) {
        logger.log(WARNING, "GCS017 {0}; what was read before stays in use", String.valueOf(cause.getMessage()));
    }

    void opened(Connection connection) {
        logger.log(DEBUG, "GCS007 Connection of {0} opened", connection.address());
    }

    void closed(Connection connection) {
        logger.log(DEBUG, "GCS008 Connection of {0} closed", connection.address());
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ':' + address.getPort();
    }
}
