package io.gearmancdi.spi;

import io.gearmancdi.ServerAddress;

/** A job server that runs inside this process. Its jobs end with it. */
public interface EmbeddedServer extends AutoCloseable {

    /** {@return where it listens} */
    ServerAddress address();

    /**
     * How it does. Any thread; takes as long as the server's thread needs to answer, which is milliseconds.
     *
     * @return the figures of this moment
     * @throws IllegalStateException once the server is closed
     */
    JobServerStatistics statistics();

    /** Closes all connections and the port; returns when its thread has ended. */
    @Override
    void close();
}
