package io.gearmancdi.testing;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running server, the properties that lead to it, and the client that was asked for. */
final class TestServer implements AutoCloseable {
    /** Blank is not set, and hides what weaker sources of configuration say. */
    private static final List<String> HIDDEN = List.of(
            "gearman.tls.trust",
            "gearman.tls.trust-password",
            "gearman.tls.certificate",
            "gearman.tls.key",
            "gearman.tls.key-password");

    private final EmbeddedJobServer server;
    private final @Nullable TestCertificate certificate;
    private final Map<String, @Nullable String> before = new HashMap<>();
    private @Nullable Gearman gearman;

    private TestServer(EmbeddedJobServer server, @Nullable TestCertificate certificate) {
        this.server = server;
        this.certificate = certificate;
        properties().forEach(this::set);
    }

    private Map<String, String> properties() {
        var properties = new HashMap<String, String>();
        properties.put("gearman.servers", address().toString());
        properties.put("gearman.embedded-server", "never");
        properties.put("gearman.tls.enabled", "false");
        properties.put("gearman.tls.verify-host", "true");
        HIDDEN.forEach(key -> properties.put(key, ""));
        if (certificate != null) {
            properties.putAll(certificate.properties());
        }
        return properties;
    }

    static TestServer start(int port, boolean tls) {
        var certificate = tls ? TestCertificate.make() : null;
        try {
            var builder = EmbeddedJobServer.builder().port(port);
            if (certificate != null) {
                builder.tls(certificate.ofTheServer());
            }
            return new TestServer(builder.start(), certificate);
        } catch (IOException e) {
            if (certificate != null) {
                certificate.delete();
            }
            throw new UncheckedIOException("No job server can be started on port " + port, e);
        }
    }

    private void set(String property, String value) {
        before.put(property, System.getProperty(property));
        System.setProperty(property, value);
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
            var builder = Gearman.builder().servers(List.of(address()));
            if (certificate != null) {
                builder.tls(certificate.ofClients());
            }
            known = builder.build();
            gearman = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        try {
            if (gearman != null) {
                gearman.close();
            }
        } finally {
            server.close();
            before.forEach(TestServer::restore);
            if (certificate != null) {
                certificate.delete();
            }
        }
    }

    private static void restore(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }
}
