package io.gearmancdi.admin;

import java.util.List;

/**
 * A connection of a server: of a worker, of a client, or the one that asked.
 *
 * @param connection the server's number of it
 * @param address the address of the peer
 * @param clientId what the peer called itself; {@code -} where it did not
 * @param functions what it offers; empty for a client
 */
public record ConnectionStatus(long connection, String address, String clientId, List<String> functions) {

    /**
     * Copies the functions.
     *
     * @param connection the server's number of it
     * @param address the address of the peer
     * @param clientId what the peer called itself
     * @param functions what it offers
     */
    public ConnectionStatus {
        functions = List.copyOf(functions);
    }
}
