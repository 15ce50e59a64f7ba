package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.ServerProcess;
import io.gearmancdi.it.TestJobServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The process of the guide that has workers and no container serves, and ends when it is told to. */
@Timeout(90)
class WithoutCdiTest {

    private static final int SIGTERM = 128 + 15;

    @Test
    void serves_until_it_is_told_to_end() throws Exception {
        try (var server = TestJobServer.start(JobServerKind.EMBEDDED);
                var gearman =
                        Gearman.builder().servers(List.of(server.address())).build();
                var process = new ServerProcess(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutCdi.class.getName(),
                        server.address().toString()))) {
            assertThat(gearman.client().foreign().doJob("reverse", "drow").text())
                    .isEqualTo("word");

            process.terminate();

            assertThat(process.ends(Duration.ofSeconds(30))).isTrue();
            assertThat(process.exitCode()).isEqualTo(SIGTERM);
        }
    }
}
