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

    /** {@return whether a thread waits for it that may read the answer itself} */
    default boolean isReader() {
        return false;
    }

    /** {@return whether it may wait for more that is sent from the same thread} */
    default boolean isPatient() {
        return false;
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
