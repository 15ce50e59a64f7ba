package io.gearmancdi.driver.worker;

import io.gearmancdi.WorkerSettings;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.log.DriverLog;
import java.time.Duration;

/**
 * Ends jobs that run too long: their clients get WORK_FAIL, their thread an interrupt, their slot a new instance. As
 * long as as many threads as there are slots have not come back from such jobs, the worker asks for no other.
 */
final class ExecutionTimeouts {

    /** How long a thread has to answer its interrupt before it is spoken of. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final WorkerRun run;
    private final IoLoop loop;
    private final WorkerSettings settings;
    private final StuckThreads stuck;

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
        if (!run.claim(job, () -> job.late = true)) {
            return;
        }
        if (job.overdue()) {
            stuck.add();
        }
        DriverLog.executionTimeout(job.function(), job.assignment.handle());
        var end = JobEnd.failed(
                job.assignment.handle(),
                "The job exceeded its execution timeout of "
                        + job.settings(settings).executionTimeout());
        run.locked(() -> {
            run.tell(job, end);
            run.free(job);
        });
        job.cancel();
        loop.schedule(GRACE, () -> stuck.tell(settings.concurrency()));
    }

    /** The current thread leaves a job, in time or late. */
    void leave(RunningJob job) {
        if (job.leave()) {
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
}
