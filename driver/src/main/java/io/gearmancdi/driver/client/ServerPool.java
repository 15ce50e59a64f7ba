package io.gearmancdi.driver.client;

import io.gearmancdi.JobHandle;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.IoLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
        for (var connection : connections.values()) {
            var live = connection.live();
            if (live != null) {
                live.connection().flush();
            }
        }
    }

    /** Reads what comes from a server, as {@link LiveConnection#await}. */
    boolean await(ServerAddress server, long millis) {
        var live = live(server);
        return live != null && live.await(millis);
    }

    /** A thread that may have read what came from a server reads no longer. */
    void left(ServerAddress server) {
        var live = live(server);
        if (live != null) {
            live.left();
        }
    }

    private @Nullable LiveConnection live(ServerAddress server) {
        var connection = connections.get(server);
        return connection == null ? null : connection.live();
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
        var live = live(handle.server());
        if (live != null) {
            loop.execute(() -> live.abandoned(handle.value()));
        }
    }

    void close() {
        closed = true;
        connections.values().forEach(ClientConnection::close);
    }
}
