package io.gearmancdi.driver.worker;

import io.gearmancdi.WorkerSettings;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.log.DriverLog;
import java.util.HashSet;
import java.util.Set;

/**
 * Ends jobs that run too long: their clients get WORK_FAIL, their thread an interrupt, their slot a new instance. Threads
 * that ignore the interrupt are endured up to as many as there are slots; beyond that their slots stay taken, so that the
 * worker asks for no more jobs than it has threads.
 */
final class ExecutionTimeouts {

    private final WorkerRun run;
    private final IoLoop loop;
    private final WorkerSettings settings;
    private final Set<RunningJob> late = new HashSet<>();

    ExecutionTimeouts(WorkerRun run, IoLoop loop, WorkerSettings settings) {
        this.run = run;
        this.loop = loop;
        this.settings = settings;
    }

    void watch(RunningJob job) {
        if (!settings.executionTimeout().isZero()) {
            job.timeout = loop.schedule(settings.executionTimeout(), () -> tooLate(job));
        }
    }

    private void tooLate(RunningJob job) {
        run.locked(() -> {
            if (job.ended) {
                return;
            }
            late.add(job);
            DriverLog.executionTimeout(job.function(), job.assignment.handle());
            if (late.size() > settings.concurrency()) {
                DriverLog.stuck(run.name(), late.size());
            }
        });
        if (isLate(job)) {
            var reason = "The job exceeded its execution timeout of " + settings.executionTimeout();
            run.end(job, JobEnd.failed(job.assignment.handle(), reason), lateCount() <= settings.concurrency());
            job.cancel();
        }
    }

    /** Stops watching; tells whether the job was ended before its thread came back. */
    boolean wasLate(RunningJob job) {
        Timer timer = job.timeout;
        if (timer == null) {
            return false;
        }
        timer.cancel();
        return isLate(job);
    }

    private boolean isLate(RunningJob job) {
        var found = new boolean[1];
        run.quietly(() -> found[0] = late.contains(job));
        return found[0];
    }

    private int lateCount() {
        var count = new int[1];
        run.quietly(() -> count[0] = late.size());
        return count[0];
    }

    /** The thread of a late job has come back. */
    void returned(RunningJob job) {
        run.locked(() -> {
            late.remove(job);
            run.free(job);
        });
    }
}
