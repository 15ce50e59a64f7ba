package io.gearmancdi.driver.client;

import io.gearmancdi.ServerAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The servers that one request may go to, in order, and how far it has come. Thread-safe. */
final class Route {

    private static final int MAX_ROUNDS = 5;

    private final List<ServerAddress> servers;
    private int next;
    private int rounds;
    private @Nullable Throwable cause;

    Route(List<ServerAddress> servers) {
        this.servers = servers;
    }

    List<ServerAddress> servers() {
        return servers;
    }

    /** The server whose turn it is. */
    synchronized ServerAddress server() {
        return servers.get(Math.min(next, servers.size() - 1));
    }

    /** Goes on to the next server; false if there is none. */
    synchronized boolean failed(Throwable why) {
        cause = why;
        next++;
        return next < servers.size();
    }

    /** {@return whether no other server is left to try} */
    synchronized boolean isLast() {
        return next >= servers.size() - 1;
    }

    /** Begins anew after a connection was lost; false if that happened too often. */
    synchronized boolean restart(@Nullable Throwable why) {
        cause = why;
        next = 0;
        return ++rounds < MAX_ROUNDS;
    }

    ServerAddress lastServer() {
        return servers.get(servers.size() - 1);
    }

    synchronized @Nullable Throwable cause() {
        return cause;
    }
}
