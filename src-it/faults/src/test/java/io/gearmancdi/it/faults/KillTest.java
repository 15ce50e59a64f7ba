package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanException;
import io.gearmancdi.JobOption;
import io.gearmancdi.driver.Gearman;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that end without a word. */
@Timeout(120)
class KillTest {

    private static final int KILLS = 10;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void noBackgroundJobIsLostWhenWorkersAreKilled() throws Exception {
        var file = directory.resolve("told");
        try (var server = new Gearmand();
                var gearman = Gearmen.at(server.address()).build()) {
            var accepted = new HashSet<String>();
            for (int kill = 0; kill < KILLS; kill++) {
                enqueue(gearman, 5, accepted);
                try (var worker = new WorkerProcess(server.address(), "f", file)) {
                    int before = begun(worker.told());
                    Awaitility.await("a job runs")
                            .atMost(SOON)
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> begun(worker.told()) > before);
                    worker.kill();
                }
            }
            try (var last = new WorkerProcess(server.address(), "f", file)) {
                Awaitility.await("all is done")
                        .atMost(SOON)
                        .untilAsserted(() -> assertThat(done(last.told())).containsAll(accepted));
                last.kill();
            }
        }
    }

    @Test
    void noBackgroundJobIsLostWhenTheServerIsKilled() throws Exception {
        Set<String> done = ConcurrentHashMap.newKeySet();
        try (var server = new Gearmand();
                var gearman = Gearmen.at(server.address()).build()) {
            var accepted = new HashSet<String>();
            gearman.workers().register("f", job -> String.valueOf(done.add(job.text())), all -> all.withConcurrency(2));
            for (int kill = 0; kill < KILLS; kill++) {
                int before = accepted.size();
                Awaitility.await("submissions are accepted again").atMost(SOON).until(() -> {
                    enqueue(gearman, 20, accepted);
                    return accepted.size() > before;
                });
                server.kill();
                server.restart();
            }
            Awaitility.await("all is done")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(done).containsAll(accepted));
        }
    }

    /** Those that the server refuses, or may not have got, count for nothing. */
    private static void enqueue(Gearman gearman, int count, Set<String> accepted) {
        for (int i = 0; i < count; i++) {
            var name = "job-" + System.nanoTime();
            try {
                gearman.client().foreign().doBackgroundJob("f", name, JobOption.unique(name));
                accepted.add(name);
            } catch (GearmanException e) {
                return;
            }
        }
    }

    private static int begun(List<String> told) {
        return (int) told.stream().filter(line -> line.startsWith("begun ")).count();
    }

    private static List<String> done(List<String> told) {
        return told.stream()
                .filter(line -> line.startsWith("done "))
                .map(line -> line.substring("done ".length()))
                .toList();
    }
}
