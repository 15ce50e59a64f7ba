package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.DrainReport;
import io.gearmancdi.WorkerState;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A close that waits for a job, and somebody who has no patience. */
class HurriedCloseTest extends OnEveryServer {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final CountDownLatch runs = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private Gearman own;

    @BeforeEach
    void aJobRuns() throws InterruptedException {
        own = builder().shutdownTimeout(LONG).build();
        own.workers()
                .register(
                        "long",
                        job -> {
                            runs.countDown();
                            try {
                                return "" + mayEnd.await(60, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                                throw e;
                            }
                        },
                        all -> all);
        client().foreign().doJobAsync("long", "x");
        await(runs);
    }

    @Test
    void tellsWhatWasFinished() throws Exception {
        var report = closing(LONG);
        mayEnd.countDown();

        assertThat(report.get(15, TimeUnit.SECONDS).finished()).isEqualTo(1);
        assertThat(report.join().handedBack()).isEmpty();
    }

    @Test
    void isForcedBySomebodyElse() throws Exception {
        var first = closing(LONG);
        assertThat(first).isNotDone();

        var second = own.close(Duration.ZERO);

        await(interrupted);
        assertThat(second.handedBack()).hasSize(1);
        assertThat(first.get(15, TimeUnit.SECONDS).handedBack()).hasSize(1);
        assertThat(second.finished()).isZero();
    }

    @Test
    void isForcedByAnInterrupt() throws Exception {
        var stillInterrupted = new AtomicBoolean();
        var closer = new Thread(() -> {
            own.close();
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        closer.start();
        closer.interrupt();
        closer.join(15_000);

        assertThat(closer.isAlive()).isFalse();
        await(interrupted);
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void isNotForcedByAnotherCloseThatSaysNothing() throws Exception {
        var first = closing(LONG);
        own.close();

        assertThat(first).isNotDone();
        assertThat(interrupted.getCount()).isEqualTo(1);
        mayEnd.countDown();
        assertThat(first.get(15, TimeUnit.SECONDS).finished()).isEqualTo(1);
    }

    @Test
    void logsWhatBecameOfTheJobs() {
        try (var log = new Logged()) {
            own.close(Duration.ZERO);

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("GCDR-015") && line.contains("0 running jobs finished, 1 were"));
        }
    }

    private CompletableFuture<DrainReport> closing(Duration within) {
        var report = new CompletableFuture<DrainReport>();
        new Thread(() -> report.complete(own.close(within))).start();
        Awaitility.await("it drains").atMost(SOON).until(() -> own.workers().state("long") != WorkerState.RUNNING);
        return report;
    }
}
