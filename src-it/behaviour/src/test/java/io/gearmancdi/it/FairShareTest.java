package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobOption;
import io.gearmancdi.driver.Gearman;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two workers and one queue. */
class FairShareTest extends OnEveryServer {

    private static final int JOBS = 400;
    private static final long TAKES_NANOS = 2_000_000;

    @Test
    void isWhatWorkersOfEqualSizeGet() throws Exception {
        var here = new AtomicInteger();
        var there = new AtomicInteger();
        for (int i = 0; i < JOBS; i++) {
            client().foreign().doBackgroundJobAsync("share", i, JobOption.unique("u" + i));
        }
        Awaitility.await("all are queued")
                .atMost(SOON)
                .until(() -> client().foreign()
                        .getJobStatusByUnique("share", "u" + (JOBS - 1))
                        .isKnown());
        try (var one = builder().build();
                var other = builder().build()) {
            share(one, here);
            share(other, there);
            Awaitility.await("all are done").atMost(SOON).until(() -> here.get() + there.get() == JOBS);
        }
        System.out.println(kind + ": " + here + " and " + there + " jobs");
        assertThat(Math.min(here.get(), there.get())).as("the smaller share").isGreaterThan(JOBS / 5);
    }

    private static void share(Gearman gearman, AtomicInteger done) {
        gearman.workers()
                .register(
                        "share",
                        job -> {
                            LockSupport.parkNanos(TAKES_NANOS);
                            return done.incrementAndGet();
                        },
                        all -> all.withConcurrency(2));
    }
}
