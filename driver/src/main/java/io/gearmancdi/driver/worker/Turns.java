package io.gearmancdi.driver.worker;

import io.gearmancdi.JobFailure;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.log.Seldom;
import io.gearmancdi.spi.WorkerInstance;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs on the executor. A turn goes on with the next job that waits, and gives its thread back after a second, so
 * that workers do not starve the executor's other users.
 */
final class Turns {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);
    private static final long LINGER_MILLIS = 1;
    private static final Duration RETRY = Duration.ofMillis(100);

    private final WorkerRun run;
    private final ReadyJobs ready;
    private final WorkerEnvironment environment;
    private final WorkerSettings settings;
    private final WorkEvents events;
    private final Instances instances;
    private final ExecutionTimeouts timeouts;
    private final Seldom refusals = new Seldom();
    private final Consumer<Runnable> goOn;

    Turns(
            WorkerRun run,
            ReadyJobs ready,
            WorkerEnvironment environment,
            WorkerSettings settings,
            WorkEvents events,
            Instances instances,
            StuckThreads stuck) {
        this.run = run;
        this.goOn = run::goOn;
        this.ready = ready;
        this.environment = environment;
        this.settings = settings;
        this.events = events;
        this.instances = instances;
        this.timeouts = new ExecutionTimeouts(run, environment.loop(), settings, stuck);
    }

    /** Asks the executor for a turn. Without the lock: the executor may be anybody's. */
    void ask() {
        var refusal = environment.handover().offer(this::turn);
        if (refusal != null) {
            ready.refused();
            refusals.say(unsaid -> DriverLog.executorRefused("a job of worker " + run.name(), refusal, unsaid));
            environment.loop().schedule(RETRY, () -> run.locked(() -> {}));
        }
    }

    private void turn() {
        long end = System.nanoTime() + LONGEST;
        boolean interrupted = false;
        var job = ready.first();
        if (job != null && ready.asks()) {
            ask();
        }
        while (job != null) {
            // The job that comes is not meant; the turn may be, by whoever owns the thread
            interrupted |= Thread.interrupted();
            runJob(job);
            interrupted |= job.interrupted;
            boolean last = interrupted || System.nanoTime() - end > 0;
            job = last ? null : ready.next();
            if (job == null && !last) {
                job = await(end);
            }
            if (last) {
                run.locked(() -> {});
            }
        }
        var lent = run.lendable();
        if (lent != null) {
            lent.giveBack();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where there is one slot and one connection, the turn itself reads what comes next, if it comes soon. */
    private @Nullable RunningJob await(long end) {
        RunningJob job = null;
        var lent = run.lendable();
        boolean soon = lent != null;
        while (lent != null && soon && job == null && System.nanoTime() - end < 0 && ready.standBy()) {
            soon = lent.await(LINGER_MILLIS);
            job = ready.first();
        }
        return job;
    }

    private void runJob(RunningJob job) {
        if (job.isCancelled()) {
            // Its connection was lost while it waited: the server has given it to another worker
            goOn.accept(() -> run.free(job));
            return;
        }
        job.enter();
        WorkerInstance instance = null;
        JobEnd end;
        try {
            instance = instances.take();
            timeouts.watch(job);
            events.starting(run.jobs(), job);
            var result = instance.handle(job.descriptor, job);
            if (result instanceof CompletionStage<?> stage) {
                timeouts.leave(job);
                awaitStage(job, instance, stage);
                return;
            }
            end = completed(job, result);
        } catch (Throwable thrown) { // whatever a job throws is the end of the job and of nothing else
            end = threw(job, thrown);
        }
        timeouts.leave(job);
        finish(job, instance, end, goOn);
    }

    private void awaitStage(RunningJob job, WorkerInstance instance, CompletionStage<?> stage) {
        // Not whenComplete: it asks what was thrown for its message, and so may throw after it has called this
        stage.handle((value, thrown) -> {
            environment.execute(() ->
                    finish(job, instance, thrown == null ? completed(job, value) : threw(job, thrown), run::locked));
            return job;
        });
    }

    private JobEnd completed(RunningJob job, @Nullable Object result) {
        try {
            var bytes = environment.payloads().encode(result, "The result of '" + job.name() + "'");
            int max = environment.connections().maxPacketSize()
                    - job.assignment.handle().length()
                    - 1;
            if (bytes.length > max) {
                throw new IllegalStateException("The result of '" + job.name() + "' has " + bytes.length
                        + " bytes, more than gearman.max-packet-size allows");
            }
            return JobEnd.completed(job.assignment.handle(), bytes);
        } catch (Throwable e) { // the codec is anybody's
            return threw(job, e);
        }
    }

    private JobEnd threw(RunningJob job, Throwable thrown) {
        var handle = job.assignment.handle();
        try {
            var cause = JobEnd.unwrap(thrown);
            if (!(cause instanceof JobFailure)) {
                DriverLog.jobThrew(job.function(), handle, cause);
            }
            return JobEnd.threw(handle, cause, job.settings(settings).onException());
        } catch (Throwable e) { // so is what was thrown: its message and its cause may throw, too
            return JobEnd.failed(handle, thrown.getClass().getName());
        }
    }

    /** @param step does a step of the run */
    private void finish(RunningJob job, @Nullable WorkerInstance instance, JobEnd end, Consumer<Runnable> step) {
        boolean mine = run.claim(job, () -> {});
        if (job.late) {
            if (instance != null) {
                Instances.destroy(instance);
            }
            return;
        }
        timeouts.forget(job);
        if (instance != null) {
            instances.giveBack(instance);
        }
        if (mine && !events.wantsExecuted()) {
            step.accept(() -> {
                run.tell(job, end);
                run.free(job);
            });
            return;
        }
        if (mine) {
            run.locked(() -> run.tell(job, end));
        }
        if (events.wantsExecuted()) {
            events.executed(
                    run.jobs(), job, run.iterationsRemaining(), job.told ? end.code() : ReturnCode.LOST_CONNECTION);
        }
        step.accept(() -> run.free(job));
    }
}
