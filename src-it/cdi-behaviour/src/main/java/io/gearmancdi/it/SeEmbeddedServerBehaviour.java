package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.spi.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When an application starts a job server inside itself, and what is left of it. */
@Timeout(120)
public abstract class SeEmbeddedServerBehaviour {

    private static final String REVERSE = CdiBehaviour.APP + "Texts~reverse";

    /** Nobody's machine: addresses like this are for documents. */
    private static final ServerAddress REMOTE = new ServerAddress("192.0.2.1", 4730);

    /** For subclasses. */
    protected SeEmbeddedServerBehaviour() {}

    private static Map<String, String> settings(ServerAddress server, String mode) {
        var settings = new HashMap<>(AppSettings.on(server));
        settings.put("gearman.embedded-server", mode);
        return settings;
    }

    private static ServerAddress free() {
        return new ServerAddress("127.0.0.1", TestJobServer.freePort());
    }

    private static void works(SeApplication application) {
        assertThat(application.get(GearmanClient.class).doJob(REVERSE, "drow").text())
                .isEqualTo("word");
    }

    private static void hasStartedNone(SeApplication application) {
        assertThatThrownBy(application.get(EmbeddedServer.class)::address)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gearman.embedded-server");
    }

    @Test
    void auto_uses_the_server_that_listens() {
        try (var server = TestJobServer.start();
                var application = SeApplication.start(settings(server.address(), "auto"))) {
            works(application);
            hasStartedNone(application);
        }
    }

    @Test
    void auto_starts_none_for_an_address_of_another_machine() {
        var settings = settings(REMOTE, "auto");
        settings.put("gearman.autostart", "false");
        try (var application = SeApplication.start(settings)) {
            hasStartedNone(application);
        }
    }

    @Test
    void the_log_warns_of_one_that_is_started_and_of_no_other() {
        try (var warnings = new Warnings()) {
            try (var server = TestJobServer.start()) {
                SeApplication.start(settings(server.address(), "auto")).close();
            }
            assertThat(warnings.messages()).noneMatch(message -> message.startsWith("GCDI-103"));

            SeApplication.start(settings(free(), "auto")).close();

            assertThat(warnings.messages())
                    .filteredOn(message -> message.startsWith("GCDI-103"))
                    .hasSize(1);
        }
    }

    @Test
    void nothing_of_it_is_left_when_the_application_has_ended() throws IOException {
        var before = threads();
        var address = free();
        try (var application = SeApplication.start(settings(address, "always"))) {
            works(application);
        }
        assertNothingLeft(before);
        new ServerSocket(address.port(), 1, InetAddress.getByName(address.host())).close();
    }

    @Test
    void nothing_is_left_of_an_application_whose_server_does_not_start() throws IOException {
        try (var occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var before = threads();

            assertThat(SeApplication.refusal(
                            settings(new ServerAddress("127.0.0.1", occupied.getLocalPort()), "always")))
                    .contains("No job server can be started on 127.0.0.1:" + occupied.getLocalPort());

            assertNothingLeft(before);
        }
    }

    private static void assertNothingLeft(List<String> before) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(threads()).isEqualTo(before));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("gearman"))
                .sorted()
                .toList();
    }
}
