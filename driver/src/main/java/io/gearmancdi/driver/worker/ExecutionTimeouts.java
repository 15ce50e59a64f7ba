package io.gearmancdi.driver.worker;

import io.gearmancdi.WorkerSettings;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.log.DriverLog;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Ends jobs that run too long: their clients get WORK_FAIL, their thread an interrupt, their slot a new instance. As long
 * as as many threads as there are slots have not come back from such jobs, the worker asks for no other.
 */
final class ExecutionTimeouts {

    /** How long a thread has to answer its interrupt before it is spoken of. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final WorkerRun run;
    private final IoLoop loop;
    private final WorkerSettings settings;
    private final StuckThreads stuck;
    private final Set<RunningJob> late = new HashSet<>();

    ExecutionTimeouts(WorkerRun run, IoLoop loop, WorkerSettings settings, StuckThreads stuck) {
        this.run = run;
        this.loop = loop;
        this.settings = settings;
        this.stuck = stuck;
    }

    void watch(RunningJob job) {
        var allowed = job.settings(settings).executionTimeout();
        if (!allowed.isZero()) {
            job.timeout = loop.schedule(allowed, () -> tooLate(job));
        }
    }

    private void tooLate(RunningJob job) {
        boolean mine = run.claim(job, () -> {
            late.add(job);
            if (job.hasThread()) {
                job.stuck = true;
                stuck.add();
            }
        });
        if (!mine) {
            return;
        }
        DriverLog.executionTimeout(job.function(), job.assignment.handle());
        var reason = "The job exceeded its execution timeout of "
                + job.settings(settings).executionTimeout();
        run.end(job, JobEnd.failed(job.assignment.handle(), reason), true, false);
        job.cancel();
        loop.schedule(GRACE, () -> stuck.tell(settings.concurrency()));
    }

    /** The thread of a job has left it, in time or late. */
    void left(RunningJob job) {
        var was = new boolean[1];
        run.quietly(() -> {
            was[0] = job.stuck;
            job.stuck = false;
        });
        if (was[0]) {
            stuck.returned(settings.concurrency());
        }
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
