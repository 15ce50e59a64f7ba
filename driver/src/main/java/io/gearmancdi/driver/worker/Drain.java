package io.gearmancdi.driver.worker;

import io.gearmancdi.DrainReport;
import io.gearmancdi.JobHandle;
import io.gearmancdi.driver.log.DriverLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How far the end of a run has come, and what it did to the jobs. Guarded by its run, but for the report. */
final class Drain {

    private final CompletableFuture<DrainReport> report = new CompletableFuture<>();
    private final List<JobHandle> handedBack = new ArrayList<>();
    private volatile @Nullable DrainReport result;
    private int finished;
    private long started;
    private boolean begun;
    private boolean forced;
    private boolean ended;

    /** Begins; false if it has begun already. */
    boolean begin() {
        if (begun) {
            return false;
        }
        begun = true;
        started = System.nanoTime();
        return true;
    }

    boolean isBegun() {
        return begun;
    }

    /** A job has ended and its server knows it. */
    void finished() {
        finished += begun ? 1 : 0;
    }

    /** The time is over: interrupts what runs and counts it as handed back. False if that was done already. */
    boolean force(Collection<RunningJob> running) {
        if (forced) {
            return false;
        }
        forced = true;
        for (var job : running) {
            if (!job.told) {
                handedBack.add(job.handle());
            }
            job.ended = true;
            job.cancel();
        }
        return true;
    }

    /**
     * All links have ended; tells whether that is the end of the run, once.
     *
     * @param idle whether no job runs
     */
    boolean end(boolean idle) {
        if (!begun || ended || !(idle || forced)) {
            return false;
        }
        ended = true;
        result = new DrainReport(finished, handedBack, Duration.ofNanos(System.nanoTime() - started));
        return true;
    }

    void complete(String worker) {
        var known = result;
        if (known != null && !known.isComplete()) {
            DriverLog.handedBack(worker, known.handedBack().size());
        }
        report.complete(known);
    }

    /** Completed on the executor, always normally. */
    CompletableFuture<DrainReport> report() {
        return report;
    }
}
