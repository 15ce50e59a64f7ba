package io.gearmancdi.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A Gearman job server inside this process. It speaks the protocol of gearmand 1.1, binary and text, and keeps all jobs in
 * memory.
 *
 * <pre>{@code
 * try (var server = EmbeddedJobServer.builder().port(0).start()) {
 *     connectTo(server.host(), server.port());
 * }
 * }</pre>
 *
 * <p>One daemon thread serves all connections. All methods may be called by any thread.
 */
public interface EmbeddedJobServer extends AutoCloseable {
    /** The port of Gearman. */
    int DEFAULT_PORT = 4730;

    /**
     * Where the server listens.
     *
     * @return the address with the real port, also where port 0 was asked for
     */
    InetSocketAddress address();

    /**
     * The host part of {@link #address()}.
     *
     * @return an IP address
     */
    default String host() {
        return address().getAddress().getHostAddress();
    }

    /**
     * The port of {@link #address()}.
     *
     * @return 1 … 65535
     */
    default int port() {
        return address().getPort();
    }

    /**
     * Stops in peace: no new connections, those that are there go on until the last job has ended, then all are closed.
     *
     * @param within how long to wait for that, after which the server is closed all the same
     * @return whether every job has ended
     */
    boolean drain(Duration within);

    /**
     * Stops at once: all connections are closed, all jobs forgotten. Returns when the thread has ended, which takes
     * milliseconds. Calling it again does nothing.
     */
    @Override
    void close();

    /**
     * A server with the defaults of {@link Builder}.
     *
     * @return a new builder
     */
    static Builder builder() {
        return new DefaultBuilder();
    }

    /**
     * What the server should be like. Not for concurrent use.
     */
    interface Builder {
        /**
         * The address to listen on, 127.0.0.1 unless set. The protocol knows no authentication: whoever reaches the port
         * may submit, run and cancel any job.
         *
         * @param host a name or an IP address of this machine
         * @return this
         */
        Builder host(String host);

        /**
         * The port to listen on, {@value EmbeddedJobServer#DEFAULT_PORT} unless set.
         *
         * @param port 0 … 65535; 0: any free one
         * @return this
         * @throws IllegalArgumentException where it is out of range
         */
        Builder port(int port);

        /**
         * The largest packet that is accepted, 16 MiB unless set. A connection that announces a larger one is closed.
         *
         * @param bytes the length of the body, positive
         * @return this
         * @throws IllegalArgumentException where it is not positive
         */
        Builder maxPacketSize(int bytes);

        /**
         * What may wait for a peer that does not read, 256 MiB unless set. A connection that falls further behind is
         * closed.
         *
         * @param bytes more than one packet, at least
         * @return this
         * @throws IllegalArgumentException where it is not positive
         */
        Builder maxOutput(long bytes);

        /**
         * How many workers a job may lose before it fails; any number unless set.
         *
         * @param tries 0: any number
         * @return this
         * @throws IllegalArgumentException where it is negative
         */
        Builder jobTries(int tries);

        /**
         * How many sleeping workers one job wakes; all unless set.
         *
         * @param workers 0: all
         * @return this
         * @throws IllegalArgumentException where it is negative
         */
        Builder wakeUps(int workers);

        /**
         * Starts the server. It listens when this returns.
         *
         * @return the running server
         * @throws IOException where the address cannot be listened on
         */
        EmbeddedJobServer start() throws IOException;
    }
}
