package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.server.EmbeddedJobServer;
import io.gearmancdi.testing.GearmanServer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application whose own configuration leads elsewhere reaches the server of its test. */
@Timeout(120)
public abstract class SeTestingBehaviour {

    private static final String ELSEWHERE = "gearman.servers=192.0.2.1\n";
    private static final String BY_ID = "gearman.servers.one.host=192.0.2.1\ngearman.servers.one.port=4731\n";
    private static final String EMBEDDED = "gearman.embedded-server=always\n";
    private static final String ON_DEMAND = "gearman.embedded-server=auto\n";
    private static final String SECURE = """
            gearman.tls.enabled=true
            gearman.tls.trust=/nowhere/ca.pem
            gearman.tls.trust-password=secret
            gearman.tls.certificate=/nowhere/own.pem
            gearman.tls.key=/nowhere/own.key
            gearman.tls.key-password=secret
            gearman.tls.verify-host=false
            """;

    /** For subclasses. */
    protected SeTestingBehaviour() {}

    /** Starts it with a file of configuration of its own, and has it do a job. */
    private static void reaches(EmbeddedJobServer server, Path directory, String configuration) throws IOException {
        var file = directory.resolve("META-INF/microprofile-config.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, configuration + "acme.bell=Bell\n");
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            try (var application = SeApplication.start(Map.of())) {
                application.get(GearmanClient.class).doJob(CdiBehaviour.APP + "Texts~reverse", "drow");
            }
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(server.statistics().completedJobs()).isEqualTo(1);
    }

    /** Its server speaks plainly. */
    @Nested
    @GearmanServer(lifetime = GearmanServer.Lifetime.PER_TEST)
    class Plain {
        @ParameterizedTest
        @ValueSource(strings = {ELSEWHERE, BY_ID, EMBEDDED, ON_DEMAND, SECURE, BY_ID + EMBEDDED + SECURE})
        void whatever_it_is_configured_to(String configuration, EmbeddedJobServer server, @TempDir Path directory)
                throws IOException {
            reaches(server, directory, configuration);
        }
    }

    /** Its server speaks TLS. */
    @Nested
    @GearmanServer(lifetime = GearmanServer.Lifetime.PER_TEST, tls = true)
    class Secure {
        @ParameterizedTest
        @ValueSource(strings = {ELSEWHERE, ON_DEMAND, BY_ID + EMBEDDED + SECURE})
        void whatever_it_is_configured_to(String configuration, EmbeddedJobServer server, @TempDir Path directory)
                throws IOException {
            reaches(server, directory, configuration);
        }
    }
}
