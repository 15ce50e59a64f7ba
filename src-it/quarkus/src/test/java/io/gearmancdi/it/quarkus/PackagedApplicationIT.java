package io.gearmancdi.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.TestJobServer;
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

    private static final String REVERSE = "it-io.gearmancdi.it.app.Texts~reverse";

    @Test
    void serves_other_programs_and_ends_in_peace_when_it_is_told_to() throws Exception {
        var address = new ServerAddress("127.0.0.1", TestJobServer.freePort());
        var settings = new HashMap<>(AppSettings.on(address));
        settings.put("gearman.embedded-server", "always");
        try (var application = PackagedApplication.start(settings);
                var other = Gearman.builder().servers(List.of(address)).build()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> application.output().contains("GCDI-101"));
            assertThat(application.output()).contains("GCDI-103");
            assertThat(other.client().foreign().doJob(REVERSE, "drow").text()).isEqualTo("word");

            application.process().destroy();
            assertThat(application.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(application.output()).contains("GCDI-102");
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
