package io.gearmancdi.testing;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A running server, the property that names it, and the client that was asked for. */
final class TestServer {
    static final String PROPERTY = "gearman.servers";

    private final EmbeddedJobServer server;
    private final @Nullable String before;
    private @Nullable Gearman gearman;

    private TestServer(EmbeddedJobServer server) {
        this.server = server;
        this.before = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, address().toString());
    }

    static TestServer start(int port) {
        try {
            return new TestServer(EmbeddedJobServer.builder().port(port).start());
        } catch (IOException e) {
            throw new UncheckedIOException("No job server can be started on port " + port, e);
        }
    }

    EmbeddedJobServer server() {
        return server;
    }

    ServerAddress address() {
        return new ServerAddress(server.host(), server.port());
    }

    synchronized Gearman gearman() {
        var known = gearman;
        if (known == null) {
            known = Gearman.builder().servers(List.of(address())).build();
            gearman = known;
        }
        return known;
    }

    synchronized void close() {
        try {
            if (gearman != null) {
                gearman.close();
            }
        } finally {
            server.close();
            if (before == null) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, before);
            }
        }
    }
}
