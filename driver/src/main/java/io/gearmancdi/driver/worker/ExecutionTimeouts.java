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
        var count = new int[1];
        boolean mine = run.claim(job, () -> {
            late.add(job);
            count[0] = late.size();
        });
        if (!mine) {
            return;
        }
        boolean endured = count[0] <= settings.concurrency();
        DriverLog.executionTimeout(job.function(), job.assignment.handle());
        if (!endured) {
            DriverLog.stuck(run.name(), count[0]);
        }
        var reason = "The job exceeded its execution timeout of " + settings.executionTimeout();
        run.end(job, JobEnd.failed(job.assignment.handle(), reason), endured);
        job.cancel();
    }

    /** The job has ended in time. */
    void forget(RunningJob job) {
        Timer timer = job.timeout;
        if (timer != null) {
            timer.cancel();
        }
    }

    /** The thread of a job that somebody else has ended has come back; tells whether that was here. */
    boolean returned(RunningJob job) {
        var found = new boolean[1];
        run.quietly(() -> found[0] = late.remove(job));
        return found[0];
    }
}
