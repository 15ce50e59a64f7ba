package io.gearmancdi.driver.client;

import io.gearmancdi.driver.session.ClientSession;

/** Something that a server is to be asked, as soon as there is a connection. */
interface ServerRequest {

    /** There is a connection: puts the question. By one thread at a time. */
    void sendOn(ClientSession session);

    /** {@return how many bytes its payload has} */
    default int size() {
        return 0;
    }

    /** {@return how it is to be sent} */
    default Haste haste() {
        return Haste.AT_ONCE;
    }

    /** {@return where it may go} */
    Route route();

    /** No server of the route can be reached. */
    void unreachable();

    /** The client is closed. */
    void closed();

    /** {@return whether nobody waits for it any more} */
    boolean isOver();
}
