package io.gearmancdi.driver.io;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Gets what comes, by whoever reads, one at a time; the end on the I/O thread. */
public interface ConnectionListener {

    /**
     * A packet has come.
     *
     * @param packet a response
     * @throws ProtocolException closes the connection
     */
    void received(Packet packet);

    /** All packets of one read, of which there may be none yet, have been given: the time for answers. */
    void readDone();

    /**
     * The connection is closed. Nothing follows.
     *
     * @param cause why; null where it was closed on purpose
     */
    void closed(@Nullable Throwable cause);
}
