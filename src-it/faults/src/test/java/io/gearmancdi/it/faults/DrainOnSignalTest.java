package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.gearmancdi.JobOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that closes its workers in a shutdown hook, and is told to end while a job runs. */
@Timeout(90)
class DrainOnSignalTest {

    private static final int TERMINATED = 143;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Path told;
    private Path mayEnd;

    @BeforeEach
    void files() {
        told = directory.resolve("told");
        mayEnd = directory.resolve("may-end");
    }

    @Test
    void letsTheRunningJobEndOnceAndTellsItsCaller() throws Exception {
        try (var server = new Gearmand();
                var gearman = Gearmen.at(server.address()).build();
                var worker = new WorkerProcess(server.address(), "f", told)) {
            var call = gearman.client().foreign().doJobAsync("f", mayEnd.toString());
            awaitLine(worker, "begun " + mayEnd);
            worker.terminate();
            awaitLine(worker, "closing");
            Files.createFile(mayEnd);

            assertThat(call.toCompletableFuture().get(30, TimeUnit.SECONDS).text())
                    .isEqualTo("done");
            assertThat(worker.awaitEnd()).isEqualTo(TERMINATED);
            // The job may end after the hook has begun and before it has counted what runs
            assertThat(worker.told())
                    .startsWith("begun " + mayEnd, "closing", "done " + mayEnd)
                    .hasSize(4)
                    .last(as(STRING))
                    .endsWith(", 0 handed back");
        }
    }

    @Test
    void handsBackWhatDoesNotEndInTime() throws Exception {
        try (var server = new Gearmand();
                var gearman = Gearmen.at(server.address()).build()) {
            gearman.client().foreign().doBackgroundJob("f", mayEnd.toString(), JobOption.unique("one"));
            try (var worker = new WorkerProcess(server.address(), "f", told)) {
                awaitLine(worker, "begun " + mayEnd);
                worker.terminate();
                assertThat(worker.awaitEnd()).isEqualTo(TERMINATED);
                assertThat(worker.told()).containsExactly("begun " + mayEnd, "closing", "0 finished, 1 handed back");
            }
            Files.createFile(mayEnd);
            try (var next = new WorkerProcess(server.address(), "f", told)) {
                awaitLine(next, "done " + mayEnd);
            }
        }
    }

    private static void awaitLine(WorkerProcess worker, String line) {
        Awaitility.await(line).atMost(SOON).until(() -> worker.told().contains(line));
    }
}
