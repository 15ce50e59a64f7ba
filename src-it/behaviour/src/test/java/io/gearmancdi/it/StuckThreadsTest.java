package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.LimitPolicy;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.WorkerSettings;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs that exceed their execution timeout and do not answer their interrupt. */
class StuckThreadsTest extends OnEveryServer {

    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();
    private Logged log;

    @BeforeEach
    void listen() {
        log = new Logged();
    }

    @AfterEach
    void free() {
        log.close();
        mayEnd.release(100);
    }

    @Test
    void asManyAsThereAreSlotsStopTheGrabbingUntilOneReturns() throws Exception {
        work("deaf", this::deaf, this::twoAtOnce);
        stick();
        assertThat(client().doJob("deaf", "quick").text())
                .as("one stuck of two")
                .isEqualTo("here");
        assertThat(log.lines()).noneMatch(line -> line.contains("GCDR-008"));
        stick();
        log.await("GCDR-008", SOON);

        // Another worker gets what this one does not take
        var third = client().foreign().doJobAsync("deaf", "quick");
        try (var other = builder().build()) {
            other.workers().register("deaf", job -> "elsewhere", all -> all);
            assertThat(await(third).text()).isEqualTo("elsewhere");
        }
        var fourth = client().foreign().doJobAsync("deaf", "quick");
        assertThat(begun).as("jobs begun while all are stuck").hasValue(3);

        mayEnd.release();
        assertThat(await(fourth).text()).isEqualTo("here");
        log.await("GCDR-014", SOON);
    }

    @Test
    void areCountedOverAllRunsOfAWorker() throws Exception {
        work("deaf", this::deaf, all -> twoAtOnce(all).withIterations(1).withOnLimit(LimitPolicy.RECYCLE));
        stick();
        stick();
        log.await("GCDR-008", SOON);

        var third = client().doJobAsync("deaf", "quick");
        mayEnd.release();
        assertThat(await(third).text()).isEqualTo("here");
        log.await("GCDR-014", SOON);
    }

    private void stick() {
        assertThat(client().doJob("deaf", "stuck").returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
    }

    private WorkerSettings twoAtOnce(WorkerSettings all) {
        return all.withConcurrency(2).withExecutionTimeout(Duration.ofMillis(500));
    }

    private Object deaf(GearmanJob job) {
        begun.incrementAndGet();
        if (job.text().equals("stuck")) {
            mayEnd.acquireUninterruptibly();
        }
        return "here";
    }
}
