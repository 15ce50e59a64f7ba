package io.gearmancdi.server.store;

import java.io.IOException;

/** A store that must not be used; the message says why and is for an operator. */
final class StoreException extends IOException {
    private static final long serialVersionUID = 1;

    StoreException(String message) {
        super(message);
    }
}
