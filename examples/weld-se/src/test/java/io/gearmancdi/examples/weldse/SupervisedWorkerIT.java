package io.gearmancdi.examples.weldse;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SupervisedWorkerIT {

    private static final Path SUPERVISORD = Path.of("/usr/bin/supervisord");
    private static final Path SUPERVISORD_LOG = Path.of("target", "supervisord.log");
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void a_worker_that_is_killed_comes_again_and_one_that_is_stopped_ends_in_peace() throws Exception {
        requireSupervisord();
        try (var server = EmbeddedJobServer.builder().port(0).start();
                var gearman =
                        Gearman.builder().servers(List.of(address(server))).build()) {
            var client = gearman.client().foreign();
            var builder = new ProcessBuilder(SUPERVISORD.toString(), "-n", "-c", "etc/supervisord.conf")
                    .redirectErrorStream(true)
                    .redirectOutput(SUPERVISORD_LOG.toFile());
            builder.environment().put("GEARMAN_SERVERS", address(server).toString());
            var supervisord = builder.start();
            try {
                assertThat(client.doJob("checksums~sha256", "abc").text()).isEqualTo(ABC);
                assertThat(client.doJob("checksums~crc32c", "123456789").text()).isEqualTo("e3069283");

                var first = worker(supervisord);
                first.destroyForcibly();
                assertThat(client.doJob("checksums~sha256", "abc").text()).isEqualTo(ABC);
                assertThat(worker(supervisord).pid()).isNotEqualTo(first.pid());

                supervisord.destroy();
                assertThat(supervisord.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(Files.readString(SUPERVISORD_LOG))
                        .containsPattern("stopped: checksums \\(exit status \\d+\\)");
            } finally {
                supervisord.descendants().forEach(ProcessHandle::destroyForcibly);
                supervisord.destroyForcibly();
            }
        }
    }

    private static ServerAddress address(EmbeddedJobServer server) {
        return new ServerAddress(server.host(), server.port());
    }

    private static ProcessHandle worker(Process supervisord) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> supervisord.descendants().findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private static void requireSupervisord() {
        if (!Files.isExecutable(SUPERVISORD)) {
            var message = "There is no " + SUPERVISORD;
            if ("required".equals(System.getProperty("gearmand"))) {
                Assertions.fail(message + ", and it is required");
            }
            System.getLogger("io.gearmancdi.examples").log(System.Logger.Level.WARNING, "SKIPPED: " + message);
            Assumptions.abort(message);
        }
    }
}
