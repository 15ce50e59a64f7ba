package io.gearmancdi.spi;

import io.gearmancdi.ServerAddress;

/** A job server that runs inside this process. Its jobs end with it. */
public interface EmbeddedServer extends AutoCloseable {

    /** {@return where it listens} */
    ServerAddress address();

    /** Closes all connections and the port; returns when its thread has ended. */
    @Override
    void close();
}
