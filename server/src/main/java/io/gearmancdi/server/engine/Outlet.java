package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.Packet;

/**
 * Where the engine puts what is for one peer. Calls come in the order in which the peer must see them.
 *
 * <p>An implementation must not call the engine back, neither directly nor by failing: it queues.
 */
public interface Outlet {
    /**
     * Queues a packet.
     *
     * @param packet a response; its arrays may be part of other packets too
     */
    void send(Packet packet);

    /**
     * Queues the answer to a line of text.
     *
     * @param text one or more lines with their ends
     */
    void send(String text);

    /**
     * Queues the answer to a line of text that may be long. Its lines are to be taken as the peer reads them, and what
     * is queued later comes after them.
     *
     * @param table to be taken to its end, or closed
     */
    void send(Table table);

    /**
     * Whether the peer takes nothing any more, as it is too far behind. The engine leaves it out from then on and
     * forgets it at the end of the call.
     *
     * @return true for ever once it is
     */
    default boolean isLost() {
        return false;
    }

    /**
     * Has what is queued from now on wait until everything is safe that the {@link Journal} has been told so far. Does
     * nothing where there is no such promise.
     */
    default void hold() {}
}
