package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.testing.GearmanServer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The console, where every connection is secure. */
@Timeout(120)
@GearmanServer(tls = true)
class ConsoleOverTlsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        System.setProperty("gearman.autostart", "false");
        try (var container = SeContainerInitializer.newInstance().initialize()) {
            return container
                    .select(GearmanConsole.class)
                    .get()
                    .run(arguments, new PrintWriter(out), new PrintWriter(err));
        } finally {
            System.clearProperty("gearman.autostart");
        }
    }

    @Test
    void asks_a_server(ServerAddress server) {
        assertThat(run("server:workers")).as(err::toString).isZero();

        assertThat(out.toString()).contains("@Server: " + server);
    }

    @Test
    void says_why_it_cannot_ask_one() {
        var trust = System.clearProperty("gearman.tls.trust");
        var password = System.clearProperty("gearman.tls.trust-password");
        try {
            assertThat(run("server:workers")).isNotZero();
        } finally {
            System.setProperty("gearman.tls.trust", trust);
            System.setProperty("gearman.tls.trust-password", password);
        }

        assertThat(out.toString() + err).contains("certif");
    }
}
