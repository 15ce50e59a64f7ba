package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.JobRequest;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.TlsSettings;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys, servers that have them, and clients that trust them. */
@Timeout(90)
abstract class WithTls {

    static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path directory;

    static final TlsKeys keys = TlsKeys.get();

    static void assertRefused(Gearman gearman, String words) {
        assertThatThrownBy(() -> gearman.client().foreign().enqueue(request("later")))
                .isInstanceOf(ServerConnectionException.class)
                .hasMessageContaining(words);
    }

    static JobRequest request(String function) {
        return JobRequest.of(function, "x").method(SubmitMethod.BACKGROUND);
    }

    static TlsSettings trusting() {
        return TlsSettings.defaults().withTrust(keys.authority("ca"));
    }

    static EmbeddedJobServer.Builder secure(String alias) {
        return EmbeddedJobServer.builder().port(0).tls(TlsSettings.defaults().withCertificate(keys.certificate(alias)));
    }

    static Gearman gearman(int port, TlsSettings tls) {
        return gearman(port, tls, Duration.ofSeconds(5));
    }

    static Gearman gearman(int port, TlsSettings tls, Duration connectTimeout) {
        return Gearman.builder()
                .servers(List.of(address(port)))
                .tls(tls)
                .connectTimeout(connectTimeout)
                .clientTimeout(Duration.ofSeconds(20))
                .reconnectDelay(Duration.ofMillis(10), Duration.ofMillis(100))
                .shutdownTimeout(Duration.ofSeconds(5))
                .build();
    }

    static ServerAddress address(int port) {
        return new ServerAddress("127.0.0.1", port);
    }
}
