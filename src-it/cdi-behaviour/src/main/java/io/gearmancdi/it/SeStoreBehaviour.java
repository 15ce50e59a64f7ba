package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.spi.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Background jobs of an application whose job server is inside it. */
@Timeout(120)
public abstract class SeStoreBehaviour {

    private static final String TEXTS = CdiBehaviour.APP + "Texts";
    private static final int JOBS = 20;

    @TempDir
    private Path directory;

    /** For subclasses. */
    protected SeStoreBehaviour() {}

    private static Map<String, String> settings(Map<String, String> more) {
        var settings = new HashMap<>(AppSettings.on(new ServerAddress("127.0.0.1", TestJobServer.freePort())));
        settings.put("gearman.embedded-server", "always");
        settings.put("gearman.autostart", "false");
        settings.putAll(more);
        return settings;
    }

    private Map<String, String> stored(Map<String, String> more) {
        var settings = settings(more);
        settings.put("gearman.embedded-server.store", directory.resolve("jobs").toString());
        return settings;
    }

    private static void submit(SeApplication application) {
        for (int job = 0; job < JOBS; job++) {
            application.get(GearmanClient.class).doBackgroundJob(TEXTS + "~reverse", "job " + job);
        }
    }

    private static long waiting(SeApplication application) {
        return application.get(EmbeddedServer.class).statistics().waitingJobs();
    }

    private static long completed(SeApplication application) {
        return application.get(EmbeddedServer.class).statistics().completedJobs();
    }

    @ParameterizedTest
    @CsvSource({"each, PT1S", "interval, PT0.05S", "none, PT1S"})
    void background_jobs_outlive_a_restart_of_the_application(String flush, String interval) {
        var settings = stored(
                Map.of("gearman.embedded-server.flush", flush, "gearman.embedded-server.flush-interval", interval));
        try (var application = SeApplication.start(settings)) {
            submit(application);
        }
        try (var application = SeApplication.start(settings)) {
            assertThat(waiting(application)).isEqualTo(JOBS);
            application.get(GearmanWorkers.class).start(TEXTS);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(completed(application)).isEqualTo(JOBS));
        }
        try (var application = SeApplication.start(settings)) {
            assertThat(waiting(application))
                    .as("what has run does not come back")
                    .isZero();
        }
    }

    @Test
    void without_a_store_they_end_with_it() {
        var settings = settings(Map.of("gearman.embedded-server.store", ""));
        try (var application = SeApplication.start(settings)) {
            submit(application);
            assertThat(waiting(application)).isEqualTo(JOBS);
        }
        try (var application = SeApplication.start(settings)) {
            assertThat(waiting(application)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flush          | sometimes | is not each or interval or none",
                "flush-interval | soon      | is not seconds or an ISO duration",
                "flush-interval | 0         | is too short; a millisecond or more",
                "flush-interval | -1        | is not seconds or an ISO duration",
            })
    void a_bad_value_is_named_with_what_to_write(String key, String value, String said) {
        assertThat(SeApplication.refusal(stored(Map.of("gearman.embedded-server." + key, value))))
                .contains("GCDI-006 gearman.embedded-server." + key + ": '" + value + "' " + said);
    }

    @Test
    void a_directory_of_something_else_is_left_alone_and_the_application_does_not_start() throws IOException {
        var foreign = Files.writeString(
                Files.createDirectories(directory.resolve("jobs")).resolve("letters.txt"), "dear");

        assertThat(SeApplication.refusal(stored(Map.of())))
                .contains("letters.txt", "give the store a directory of its own");
        assertThat(foreign).hasContent("dear");
    }

    @Test
    void two_applications_do_not_share_a_store() {
        var settings = stored(Map.of());
        try (var application = SeApplication.start(settings)) {
            submit(application);
            var other = new HashMap<>(settings);
            other.put("gearman.servers", "127.0.0.1:" + TestJobServer.freePort());
            assertThat(SeApplication.refusal(other)).contains("is in use by another job server");
            assertThat(waiting(application)).isEqualTo(JOBS);
        }
    }
}
