package io.gearmancdi.driver.client;

import io.gearmancdi.JobHandle;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.IoLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The client's connections, one for each server that any view submits to. Thread-safe. */
final class ServerPool {

    private static final Duration IDLE = Duration.ofMinutes(1);

    private final IoLoop loop;
    private final ConnectionSettings settings;
    private final List<ServerAddress> defaults;
    private final Map<ServerAddress, ClientConnection> connections = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ServerPool(IoLoop loop, ConnectionSettings settings, List<ServerAddress> defaults) {
        this.loop = loop;
        this.settings = settings;
        this.defaults = defaults;
    }

    /** Sends a request to the first server of its route that can be reached. */
    void route(ServerRequest request) {
        if (closed) {
            request.closed();
            return;
        }
        var server = request.route().server();
        var connection = connections.get(server);
        if (connection == null) {
            connection = connections.computeIfAbsent(server, this::connection);
            if (closed) {
                connection.close();
            }
        }
        connection.request(request);
    }

    /** Waits until fewer bytes wait for a server than may; false if the deadline or an interrupt came first. */
    boolean awaitRoom(ServerAddress server, long deadline) {
        var connection = connections.get(server);
        return connection == null || connection.awaitRoom(deadline);
    }

    /** Sends what waits to be sent with more. */
    void flush() {
        connections.values().forEach(ClientConnection::flush);
    }

    /** Reads what comes from a server, as {@link ClientConnection#await}. */
    boolean await(ServerAddress server, long millis) {
        var connection = connections.get(server);
        return connection != null && connection.await(millis);
    }

    /** A thread that may have read what came from a server reads no longer. */
    void left(ServerAddress server) {
        var connection = connections.get(server);
        if (connection != null) {
            connection.left();
        }
    }

    private ClientConnection connection(ServerAddress server) {
        var idle = defaults.contains(server) ? Duration.ZERO : IDLE;
        return new ClientConnection(loop, server, settings, idle, this::unreachable);
    }

    private void unreachable(ServerRequest request, Throwable cause) {
        if (request.isOver()) {
            return;
        }
        if (request.route().failed(cause)) {
            route(request);
        } else {
            request.unreachable();
        }
    }

    boolean isDown(ServerAddress server) {
        var connection = connections.get(server);
        return connection != null && connection.isDown();
    }

    void abandoned(JobHandle handle) {
        var connection = connections.get(handle.server());
        if (connection != null) {
            connection.abandoned(handle.value());
        }
    }

    void close() {
        closed = true;
        connections.values().forEach(ClientConnection::close);
    }
}
