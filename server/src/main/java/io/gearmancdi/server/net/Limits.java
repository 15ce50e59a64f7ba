package io.gearmancdi.server.net;

/**
 * What connections may cost.
 *
 * @param packet the largest body of a packet in bytes
 * @param line the longest line of text in bytes
 * @param output the bytes that may wait for a peer that does not read for some seconds
 * @param totalOutput the bytes that may wait for all peers together; the one that is furthest behind is closed
 * @param totalInput the bytes of packets that have not come whole; beyond that they come one after the other
 * @param connections how many there may be
 * @param backlog how many may wait to be accepted
 * @param handshakeMillis how long a connection may be there without a first request, and a large packet may stand
 *     still; 0: for ever
 * @param idleMillis how long a connection may be silent while it has no job and does not sleep; 0: for ever
 * @param lingerMillis how long a connection that ends may wait for a peer that reads nothing
 * @param localOperators whether text is answered only to this machine
 */
public record Limits(
        int packet,
        int line,
        long output,
        long totalOutput,
        long totalInput,
        int connections,
        int backlog,
        long handshakeMillis,
        long idleMillis,
        long lingerMillis,
        boolean localOperators) {

    /** The system tells of progress in large steps: who reads 50 kB a second has to be seen within this time. */
    public static final long LINGER_MILLIS = 30_000;
}
