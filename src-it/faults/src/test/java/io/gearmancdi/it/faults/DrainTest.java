package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobOption;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker that stops while its large results are on their way. */
@Timeout(120)
class DrainTest {

    private static final int DRAINS = 100;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();

    @Test
    void aJobThatHasEndedIsNeverRunAgain() throws Exception {
        try (var server = new Gearmand();
                var gearman = Gearmen.at(server.address()).build()) {
            for (int i = 0; i < DRAINS; i++) {
                drainWhileAResultIsSent(gearman, i);
            }
            // A job that the server took back would run here
            gearman.workers()
                    .register(
                            "large",
                            job -> runs.merge(job.text(), 1, Integer::sum).toString(),
                            all -> all);
            assertThat(gearman.client().doJob("large", "last").text()).isEqualTo("1");
        }
        assertThat(runs)
                .hasSize(DRAINS + DRAINS + 1)
                .allSatisfy((job, times) -> assertThat(times).as(job).isEqualTo(1));
    }

    private void drainWhileAResultIsSent(Gearman gearman, int drain) throws Exception {
        var begun = new CountDownLatch(2);
        var mayEnd = new CountDownLatch(1);
        var worker = gearman.workers()
                .register(
                        "large",
                        job -> {
                            runs.merge(job.text(), 1, Integer::sum);
                            begun.countDown();
                            mayEnd.await();
                            return new byte[1 << 20];
                        },
                        all -> all.withConcurrency(2));
        var client = gearman.client().foreign();
        client.doBackgroundJob("large", "background " + drain, JobOption.uniqueAtRandom());
        var call = client.doJobAsync("large", "foreground " + drain).toCompletableFuture();
        assertThat(begun.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        var stopping = worker.stop(SOON);
        mayEnd.countDown();

        var report = stopping.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.finished()).isEqualTo(2);
        assertThat(call.get(SOON.toSeconds(), TimeUnit.SECONDS).bytes()).hasSize(1 << 20);
    }
}
