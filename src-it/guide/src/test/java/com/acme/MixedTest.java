package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.admin.FunctionStatus;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.Programs;
import io.gearmancdi.it.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker in PHP and one in Java offer the same function on one gearmand, and each may go. */
@Timeout(120)
class MixedTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void workers_of_two_languages_share_a_function() throws Exception {
        try (var application = Application.start(JobServerKind.GEARMAND)) {
            try (var php = php(application, "worker.php")) {
                Awaitility.await("two workers").atMost(SOON).until(() -> offering(application) == 2);
                assertThat(php.ends(Duration.ZERO)).isFalse();
                answers(application);
            }
            answers(application);
        }
    }

    private static long offering(Application application) {
        return application.get(GearmanAdmin.class).status(application.server.address()).stream()
                .filter(function -> function.function().equals("text.reverse"))
                .mapToLong(FunctionStatus::workers)
                .sum();
    }

    private static void answers(Application application) {
        var client = application.get(GearmanClient.class).foreign();
        var tasks = client.tasks();
        for (int i = 0; i < 50; i++) {
            tasks.addTask("text.reverse", "word" + i);
        }
        assertThat(tasks.runTasks().all())
                .allSatisfy(outcome ->
                        assertThat(outcome.result().orElseThrow().text()).endsWith("drow"));
    }

    @Test
    void a_client_in_php_calls_typed_jobs_in_java() throws Exception {
        try (var application = Application.start(JobServerKind.GEARMAND);
                var php = php(application, "client.php", "drow")) {
            assertThat(php.ends(SOON)).isTrue();
            assertThat(php.output()).isEqualTo("word\ncat.png 320\n");
        }
    }

    private static ServerProcess php(Application application, String script, String... arguments) throws IOException {
        var address = application.server.address();
        return new ServerProcess(Stream.concat(
                        Stream.of(
                                Programs.find("php").toString(),
                                "src/main/php/" + script,
                                address.host(),
                                Integer.toString(address.port())),
                        Stream.of(arguments))
                .toList());
    }
}
