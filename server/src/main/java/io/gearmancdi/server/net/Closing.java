package io.gearmancdi.server.net;

import java.io.Closeable;
import java.io.IOException;

/** The end of sockets. */
final class Closing {
    private Closing() {}

    static void quietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException ignored) {
            // it is gone all the same, and nobody could do anything about it
        }
    }
}
