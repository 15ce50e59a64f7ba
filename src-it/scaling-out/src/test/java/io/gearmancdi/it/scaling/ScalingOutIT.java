package io.gearmancdi.it.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobOption;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(800)
class ScalingOutIT {

    private static final int JOBS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration START = Duration.ofMinutes(6);

    @TempDir
    Path place;

    @Test
    void jobs_spread_over_all_workers_and_none_is_lost_when_one_of_them_is_killed() throws Exception {
        var folder = Files.createDirectory(place.resolve("notes"));
        try (var one = TestJobServer.start(JobServerKind.GEARMAND);
                var other = TestJobServer.start(JobServerKind.GEARMAND)) {
            var servers = List.of(one.address().toString(), other.address().toString());
            try (var first = Program.wildfly("first", folder, application(servers));
                    var second = Program.wildfly("second", folder, application(servers));
                    var plain = Program.plainWorker("plain", folder, servers);
                    var gearman = Gearman.builder()
                            .servers(List.of(one.address(), other.address()))
                            .build()) {
                assertThat(second).isNotNull();
                assertThat(plain).isNotNull();
                awaitWorkers(one, other);
                var jobs = IntStream.range(0, JOBS).mapToObj(i -> "job-" + i).collect(Collectors.toSet());
                jobs.forEach(job -> gearman.client().foreign().doBackgroundJob("tally", job, JobOption.unique(job)));

                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> Set.of("first", "second", "plain").equals(workersAt(folder)));
                first.kill();

                Awaitility.await()
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(done(folder)).containsExactlyInAnyOrderElementsOf(jobs));
            }
        }
    }

    /** Both instances, with one connection each, and the plain worker. */
    private static void awaitWorkers(TestJobServer... servers) {
        for (var server : servers) {
            Awaitility.await()
                    .atMost(START)
                    .untilAsserted(() -> assertThat(server.table("status"))
                            .anyMatch(line -> line.startsWith("tally\t") && line.endsWith("\t3")));
        }
    }

    private static WebArchive application(List<String> servers) {
        return EeArchives.war("tally.war", Map.of("gearman.servers", String.join(",", servers)))
                .addAsLibraries(EeArchives.library())
                .addClasses(TallyWorker.class, Note.class);
    }

    private static Set<String> workersAt(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static Set<String> done(Path folder) throws IOException {
        var done = new HashSet<String>();
        for (var worker : workersAt(folder)) {
            done.addAll(Files.readAllLines(folder.resolve(worker)));
        }
        return done;
    }
}
