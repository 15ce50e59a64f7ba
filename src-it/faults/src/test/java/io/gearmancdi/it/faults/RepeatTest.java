package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.JobOption;
import io.gearmancdi.SubmissionUnknownException;
import io.gearmancdi.driver.Gearman;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Submissions that the server got, and whose answer was lost with the connection. */
@Timeout(60)
class RepeatTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Queue<String> ran = new ConcurrentLinkedQueue<>();

    @Test
    void isForNoForegroundJob() throws Exception {
        try (var server = new Gearmand();
                var proxy = new FaultProxy(server.address());
                var gearman = client(proxy);
                var worker = worker(server)) {
            warmUp(gearman);
            proxy.set(Fault.NO_ANSWER);
            var call = gearman.client().foreign().doJobAsync("count", "foreground");
            cutWhenItRan(proxy, "foreground");

            assertThat(call.toCompletableFuture())
                    .failsWithin(SOON)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(SubmissionUnknownException.class)
                    .havingRootCause()
                    .as("why the connection was lost")
                    .isInstanceOf(IOException.class);
            warmUp(gearman);
            assertThat(ran).containsOnlyOnce("foreground");
        }
    }

    @Test
    void isForNoBackgroundJobWithAUniqueOfTheCaller() throws Exception {
        try (var server = new Gearmand();
                var proxy = new FaultProxy(server.address());
                var gearman = client(proxy);
                var worker = worker(server)) {
            warmUp(gearman);
            proxy.set(Fault.NO_ANSWER);
            var submission = gearman.client().foreign().doBackgroundJobAsync("count", "mine", JobOption.unique("mine"));
            cutWhenItRan(proxy, "mine");

            assertThatThrownBy(() -> submission.toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SubmissionUnknownException.class);
            warmUp(gearman);
            assertThat(ran).containsOnlyOnce("mine");
        }
    }

    @Test
    void isForABackgroundJobWithARandomUnique() throws Exception {
        try (var server = new Gearmand();
                var proxy = new FaultProxy(server.address());
                var gearman = client(proxy);
                var worker = worker(server)) {
            warmUp(gearman);
            proxy.set(Fault.NO_ANSWER);
            var submission =
                    gearman.client().foreign().doBackgroundJobAsync("count", "random", JobOption.uniqueAtRandom());
            cutWhenItRan(proxy, "random");

            assertThat(submission.toCompletableFuture()).succeedsWithin(SOON);
        }
    }

    private void cutWhenItRan(FaultProxy proxy, String job) {
        Awaitility.await("the server has got it").atMost(SOON).until(() -> ran.contains(job));
        proxy.set(Fault.RESET);
        proxy.set(Fault.NONE);
    }

    private static void warmUp(Gearman gearman) {
        assertThat(gearman.client().foreign().doJob("count", "other").isSuccess())
                .isTrue();
    }

    private static Gearman client(FaultProxy proxy) {
        return Gearmen.at(proxy.address()).connectTimeout(Duration.ofSeconds(5)).build();
    }

    private Gearman worker(Gearmand server) throws IOException {
        var worker = Gearmen.at(server.address()).build();
        worker.workers()
                .register(
                        "count",
                        job -> {
                            ran.add(job.text());
                            return "ran";
                        },
                        all -> all);
        return worker;
    }
}
