package io.gearmancdi.it.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.TestJobServer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What PHP asks a server for, and that its priorities count. */
@Timeout(120)
class PhpAskingTest {

    @ParameterizedTest
    @EnumSource
    void a_client_in_php_learns_how_its_jobs_stand_and_they_run_by_priority(JobServerKind kind) throws Exception {
        try (var server = TestJobServer.start(kind);
                var gearman =
                        Gearman.builder().servers(List.of(server.address())).build()) {
            assertThat(Php.run("ask.php", server.address(), "asked"))
                    .containsExactly(
                            "ping true",
                            "by handle [true,false,0,0]",
                            "by unique [true,false,0,0]",
                            "unknown [false,false,0,0]",
                            "timeout true");

            Queue<String> run = new ConcurrentLinkedQueue<>();
            gearman.workers().register("asked", job -> run.add(job.text()), all -> all);
            Awaitility.await().until(() -> run.contains("low"));
            // A server needs a moment to know that the caller has gone who had no time
            assertThat(run)
                    .filteredOn(text -> !text.equals("nobody has the time"))
                    .containsExactly("high", "normal", "low");
        }
    }
}
