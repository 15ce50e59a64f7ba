package io.gearmancdi.driver.session;

import io.gearmancdi.protocol.Packet;

/** Where a session puts what is to be sent. */
@FunctionalInterface
public interface PacketSink {

    /**
     * Queues a packet.
     *
     * @param packet a request
     * @return how many bytes were queued before it since the connection was made
     */
    long send(Packet packet);
}
