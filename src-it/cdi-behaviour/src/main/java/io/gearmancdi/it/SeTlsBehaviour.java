package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.TlsSettings;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.ClientAuth;
import io.gearmancdi.server.EmbeddedJobServer;
import io.gearmancdi.spi.EmbeddedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secure connections by configuration alone. */
@Timeout(120)
public abstract class SeTlsBehaviour {

    private static final String REVERSE = CdiBehaviour.APP + "Texts~reverse";

    private static final TlsKeys keys = TlsKeys.get();

    /** For subclasses. */
    protected SeTlsBehaviour() {}

    private static Map<String, String> settings(ServerAddress server, Map<String, String> more) {
        var settings = new HashMap<>(AppSettings.on(server));
        settings.put("gearman.tls.enabled", "true");
        settings.put("gearman.tls.trust", keys.store().toString());
        settings.put("gearman.tls.trust-password", TlsKeys.PASSWORD);
        settings.putAll(more);
        return settings;
    }

    private static ServerAddress address(int port) {
        return new ServerAddress("127.0.0.1", port);
    }

    @Test
    void client_workers_and_administrator_use_what_is_configured() throws IOException {
        var tls = TlsSettings.defaults()
                .withCertificate(keys.certificate("server"))
                .withTrust(keys.authority("ca"));
        try (var server = EmbeddedJobServer.builder()
                        .port(0)
                        .tls(tls)
                        .clientAuth(ClientAuth.NEED)
                        .start();
                var application = SeApplication.start(settings(
                        address(server.port()),
                        Map.of(
                                "gearman.tls.certificate",
                                        keys.chainFile("client").toString(),
                                "gearman.tls.key",
                                        keys.encryptedKeyFile("client").toString(),
                                "gearman.tls.key-password", TlsKeys.PASSWORD)))) {
            assertThat(application
                            .get(GearmanClient.class)
                            .doJob(REVERSE, "drow")
                            .text())
                    .isEqualTo("word");
            assertThat(application.get(GearmanAdmin.class).status(address(server.port())))
                    .isNotEmpty();
        }
    }

    @Test
    void the_name_of_the_host_may_be_given_up() throws IOException {
        var tls = TlsSettings.defaults().withCertificate(keys.certificate("other-host"));
        try (var server = EmbeddedJobServer.builder().port(0).tls(tls).start();
                var application = SeApplication.start(
                        settings(address(server.port()), Map.of("gearman.tls.verify-host", "false")))) {
            assertThat(application
                            .get(GearmanClient.class)
                            .doJob(REVERSE, "drow")
                            .text())
                    .isEqualTo("word");
        }
    }

    @Test
    void the_embedded_server_speaks_tls_too_and_nothing_else() {
        var address = address(TestJobServer.freePort());
        var more = Map.of(
                "gearman.embedded-server",
                "always",
                "gearman.tls.certificate",
                keys.storeOf("server", "PKCS12").toString(),
                "gearman.tls.key-password",
                TlsKeys.PASSWORD);
        try (var application = SeApplication.start(settings(address, more));
                var plain = Gearman.builder()
                        .servers(List.of(address))
                        .connectTimeout(Duration.ofSeconds(2))
                        .build()) {
            assertThat(application
                            .get(GearmanClient.class)
                            .doJob(REVERSE, "drow")
                            .text())
                    .isEqualTo("word");
            assertThat(application.get(EmbeddedServer.class).statistics().completedJobs())
                    .isEqualTo(1);
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> plain.admin().version(address))
                    .isInstanceOf(io.gearmancdi.GearmanException.class);
        }
    }

    @Test
    void an_embedded_server_needs_a_certificate() {
        assertThat(SeApplication.refusal(
                        settings(address(TestJobServer.freePort()), Map.of("gearman.embedded-server", "always"))))
                .contains("GCDI-006 gearman.tls.enabled: the embedded job server has no certificate");
    }

    @ParameterizedTest
    @CsvSource({
        "trust, ca.pem",
        "trust-password, secret",
        "certificate, own.pem",
        "key, own-key.pem",
        "key-password, secret",
        "verify-host, false"
    })
    void other_keys_do_nothing_without_the_first_and_so_nothing_starts(String key, String value) {
        assertThat(SeApplication.refusal(Map.of("gearman.tls." + key, value)))
                .contains("GCDI-006 gearman.tls.enabled")
                .doesNotContain("secret");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(SeApplication.refusal(Map.of("gearman.tls.enabled", "true", "gearman.tls.trust", "/nowhere/ca.pem")))
                .contains("gearman.tls.trust: /nowhere/ca.pem");
    }
}
