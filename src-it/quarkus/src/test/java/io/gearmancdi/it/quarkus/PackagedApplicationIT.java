package io.gearmancdi.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.TestJobServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PackagedApplicationIT {

    private static final String APP = "it-io.gearmancdi.it.app.";
    private static final String WRONG = "io.gearmancdi.it.broken.Wrong";

    @Test
    void serves_other_programs_and_ends_in_peace_when_it_is_told_to() throws Exception {
        var address = new ServerAddress("127.0.0.1", TestJobServer.freePort());
        try (var application = start(address);
                var other = Gearman.builder().servers(List.of(address)).build()) {
            assertThat(application.output())
                    .contains("GCDI-103")
                    .contains("jobs run on the application's ExecutorService bean");
            assertThat(other.client()
                            .foreign()
                            .doJob(APP + "Texts~reverse", "drow")
                            .text())
                    .isEqualTo("word");

            application.process().destroy();
            assertThat(application.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(application.output()).contains("GCDI-102");
        }
    }

    @Test
    void calls_jobs_without_reflection() throws Exception {
        var address = new ServerAddress("127.0.0.1", TestJobServer.freePort());
        try (var application = start(address);
                var other = Gearman.builder().servers(List.of(address)).build()) {
            var client = other.client().foreign();
            assertThat(application.output()).contains("GCDI-101");
            assertThat(client.doJob(APP + "Ledger~callers", null).text())
                    .as("inherited from another package")
                    .contains("io.gearmancdi.cdi.")
                    .doesNotContainIgnoringCase("reflect");
            assertThat(client.doJob(APP + "Lasting~callers", null).text())
                    .as("through a proxy and an interceptor")
                    .contains("io.gearmancdi.cdi.", "TracedInterceptor")
                    .doesNotContainIgnoringCase("reflect");
        }
    }

    private static PackagedApplication start(ServerAddress address) throws IOException {
        var settings = new HashMap<>(AppSettings.on(address));
        settings.put("gearman.embedded-server", "always");
        var application = PackagedApplication.start(settings);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> application.output().contains("GCDI-101"));
        return application;
    }

    @Test
    void does_not_start_with_wrong_annotations_and_tells_all_of_them() throws Exception {
        try (var application = PackagedApplication.start(Map.of("gearman.bundles.it.ignore", "app"))) {
            assertThat(application.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(application.output())
                    .contains("GCDI-001 " + WRONG + ".hidden()")
                    .contains("GCDI-002 " + WRONG + ".shared()")
                    .contains("GCDI-003 " + WRONG + ".two(String, String)")
                    .contains("GCDI-003 " + WRONG + ".open(List): no workload fits the parameters, the type"
                            + " java.util.List<T> is not known")
                    .contains("GCDI-003 " + WRONG + ".unbound(Object)")
                    .contains("GCDI-003 " + WRONG + ".unbound(Number[])")
                    .contains("GCDI-004 " + WRONG + ".other()")
                    .contains("GCDI-006 @Work of " + WRONG + " (iterations): '-5'")
                    .contains("GCDI-008 io.gearmancdi.it.broken.Serviceless");
        }
    }

    @Test
    void does_not_start_with_wrong_settings_and_tells_all_of_them() throws Exception {
        var settings = Map.of("gearman.client.timeout", "later", "gearman.workers.Texts.concurrency", "0");
        try (var application = PackagedApplication.start(settings)) {
            assertThat(application.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(application.process().exitValue()).isNotZero();
            assertThat(application.output())
                    .contains("problems: 2")
                    .contains("GCDI-006 gearman.client.timeout")
                    .contains("GCDI-006 gearman.workers.Texts.concurrency");
        }
    }
}
