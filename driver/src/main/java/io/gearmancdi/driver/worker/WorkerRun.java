package io.gearmancdi.driver.worker;

import io.gearmancdi.DrainReport;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.driver.io.Connection;
import io.gearmancdi.driver.payload.Payloads;
import io.gearmancdi.driver.session.Assignment;
import io.gearmancdi.driver.session.WorkerSession;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.spi.WorkerDefinition;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a worker, from its start to its drain: links to its servers, one set of slots over all of them.
 * Everything is guarded by one lock; what a step sends is written after the lock is released.
 */
final class WorkerRun {

    private final WorkerEnvironment environment;
    private final WorkerDefinition definition;
    private final WorkerSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final SlotPool slots;
    private final Turns turns;
    private final IdleWatch idle;
    private final Offers offers;
    private final Links links = new Links();
    private final ReadyJobs ready;
    private final Set<RunningJob> running = new HashSet<>();
    private final Drain drain = new Drain();
    private final Instances instances;
    private final RunLimits limits;
    private int openLinks;

    /** @param onLimit told once, with the reason, when a limit is reached; drains the run */
    WorkerRun(
            WorkerEnvironment environment,
            WorkerDefinition definition,
            WorkerSettings settings,
            WorkEvents events,
            StuckThreads stuck,
            BiConsumer<WorkerRun, String> onLimit) {
        this.environment = environment;
        this.definition = definition;
        this.settings = settings;
        this.limits = new RunLimits(settings, drain, environment.loop(), reason -> onLimit.accept(this, reason));
        this.slots = new SlotPool(settings.concurrency(), settings.prefetch(), settings.iterations(), stuck);
        this.ready = new ReadyJobs(lock, slots, System::nanoTime);
        this.instances = new Instances(definition);
        this.turns = new Turns(this, ready, environment, settings, events, instances, stuck);
        this.idle = new IdleWatch(environment.loop(), settings.timeout(), this::idleTooLong);
        this.offers = Offers.of(definition.descriptor(), settings, environment.servers());
        offers.byServer()
                .forEach((server, functions) -> links.add(new ServerLink(this, environment, server, functions)));
        openLinks = links.size();
    }

    void start() {
        locked(() -> {
            links.each(ServerLink::connect);
            idle.restart();
        });
    }

    /** Does one step: then free slots are offered, what was sent is written, and a turn is asked for if needed. */
    void locked(Runnable step) {
        step(step, false);
    }

    /**
     * Does one step in a turn that takes the next job itself: what was sent may be written with what follows, soon,
     * and no other turn is asked for.
     */
    void goOn(Runnable step) {
        step(step, true);
    }

    private void step(Runnable step, boolean goesOn) {
        List<Connection> written;
        boolean later;
        boolean ask;
        lock.lock();
        try {
            step.run();
            links.offer();
            written = links.takeDirty();
            later = ready.isHeld(goesOn);
            ask = !goesOn && ready.ask();
        } finally {
            lock.unlock();
        }
        written.forEach(later ? Connection::gather : Connection::flush);
        if (ask) {
            // Anybody's thread: a job may send what it has as somebody with an identity, and the executor would keep it
            environment.loop().execute(turns::ask);
        }
    }

    /** Does a step that another one follows soon: nothing is offered or written yet. */
    void quietly(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    void assigned(ServerLink link, WorkerSession session, Assignment assignment) {
        slots.arrived();
        idle.stop();
        var descriptor = offers.job(assignment.function());
        if (descriptor == null) {
            session.ended(JobEnd.failed(assignment.handle(), "This worker does not offer the function")
                    .packets());
            slots.dropped();
            idle.restart();
            return;
        }
        var job = new RunningJob(this, link, session, descriptor, assignment);
        running.add(job);
        ready.add(job);
    }

    void send(RunningJob job, Packet packet) {
        locked(() -> {
            if (!job.ended && job.link.isCurrent(job.session)) {
                job.session.send(packet);
            }
        });
    }

    /**
     * Decides who ends a job: its own thread, its execution timeout or the end of the drain.
     *
     * @param claimed what goes with it, in the same step
     * @return whether the caller is the first
     */
    boolean claim(RunningJob job, Runnable claimed) {
        lock.lock();
        try {
            if (job.ended) {
                return false;
            }
            job.ended = true;
            claimed.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the clients of a job its end, unless its connection was lost. For the one that has claimed it. */
    void tell(RunningJob job, JobEnd end) {
        if (job.link.isCurrent(job.session)) {
            job.session.ended(end.packets());
            environment.ended().accept(job.handle());
            drain.finished();
            job.told = true;
        }
    }

    /** Nobody waits any more for the jobs that came by a session. */
    void lost(WorkerSession session) {
        if (running.removeAll(ready.drop(job -> job.session == session)) && running.isEmpty()) {
            idle.restart();
        }
        if (environment.interruptOnLoss()) {
            running.stream().filter(job -> job.session == session).forEach(RunningJob::cancel);
        }
    }

    /** The slot of a job is free. */
    void free(RunningJob job) {
        if (!job.freed) {
            job.freed = true;
            running.remove(job);
            slots.free();
            if (slots.isExhausted()) {
                limits.exhausted();
            } else if (running.isEmpty()) {
                idle.restart();
            }
            completeIfDrained();
        }
    }

    private void idleTooLong() {
        locked(() -> {
            if (running.isEmpty()) {
                limits.idle();
            }
        });
    }

    /** How long the run has still to last. */
    Duration untilMinimum() {
        return limits.untilMinimum();
    }

    OptionalLong iterationsRemaining() {
        lock.lock();
        try {
            return slots.remaining();
        } finally {
            lock.unlock();
        }
    }

    // Drain

    /** Takes no further job; ends when the servers know the end of all that ran. */
    CompletableFuture<DrainReport> drain() {
        locked(() -> {
            if (drain.begin()) {
                idle.stop();
                links.each(ServerLink::drain);
                completeIfDrained();
            }
        });
        return drain.report();
    }

    /** Drains; interrupts and hands back what runs after that time. Of several times the first to end counts. */
    CompletableFuture<DrainReport> drain(Duration within) {
        var report = drain();
        if (!report.isDone()) {
            var force = environment.loop().schedule(within, this::force);
            report.whenComplete((done, none) -> force.cancel());
        }
        return report;
    }

    private void force() {
        locked(() -> {
            if (drain.force(running)) {
                running.removeAll(ready.drop(job -> true));
                links.each(ServerLink::close);
                completeIfDrained();
            }
        });
    }

    void linkEnded() {
        openLinks--;
        completeIfDrained();
    }

    private void completeIfDrained() {
        if (openLinks == 0 && drain.end(running.isEmpty())) {
            environment.executeEnd(() -> {
                instances.destroyAll();
                drain.complete(name());
            });
        }
    }

    /** The connection that whoever runs the jobs may read; null if there are several, or several slots. Any thread. */
    @Nullable
    Connection lendable() {
        return settings.concurrency() == 1 ? links.onlyConnection() : null;
    }

    SlotPool slots() {
        return slots;
    }

    String name() {
        return definition.descriptor().callableName();
    }

    List<JobDescriptor> jobs() {
        return definition.descriptor().jobs();
    }

    Payloads payloads() {
        return environment.payloads();
    }
}
