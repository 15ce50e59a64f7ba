package io.gearmancdi.spi;

import java.io.IOException;

/** Starts a job server inside this process; found by {@code ServiceLoader}. */
public interface JobServerProvider {

    /**
     * Starts a server. It listens when this returns.
     *
     * @param settings what it should be like
     * @return the running server
     * @throws IOException if it cannot listen there
     */
    EmbeddedServer start(JobServerSettings settings) throws IOException;
}
