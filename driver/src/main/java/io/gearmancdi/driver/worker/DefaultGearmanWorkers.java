package io.gearmancdi.driver.worker;

import io.gearmancdi.ClientClosedException;
import io.gearmancdi.DrainReport;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.JobDoesNotExistException;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobHandler;
import io.gearmancdi.LimitOverrides;
import io.gearmancdi.Registration;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkerDoesNotExistException;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.WorkerState;
import io.gearmancdi.driver.client.JobCatalog;
import io.gearmancdi.driver.payload.FunctionNames;
import io.gearmancdi.spi.WorkerDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All workers of an application by name. Thread-safe. */
public final class DefaultGearmanWorkers implements GearmanWorkers {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final WorkerEnvironment environment;
    private final JobCatalog catalog;
    private final WorkEvents events;
    private final ConcurrentSkipListMap<String, WorkerController> byName = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, WorkerController> alone = new ConcurrentSkipListMap<>();
    private volatile boolean closed;

    /**
     * Makes the set; nothing is started.
     *
     * @param environment what all workers share
     * @param catalog learns the workers' jobs
     * @param definitions the workers found at boot
     */
    public DefaultGearmanWorkers(
            WorkerEnvironment environment, JobCatalog catalog, List<WorkerDefinition> definitions) {
        this.environment = environment;
        this.catalog = catalog;
        this.events = new WorkEvents(environment.listeners());
        definitions.forEach(this::add);
    }

    private WorkerController add(WorkerDefinition definition) {
        var worker = definition.descriptor();
        var controller = new WorkerController(environment, definition, events);
        if (byName.putIfAbsent(worker.callableName(), controller) != null) {
            throw new IllegalArgumentException("There is a worker '" + worker.callableName() + "' already");
        }
        for (var job : worker.jobs()) {
            if (!catalog.add(job)) {
                remove(controller);
                throw new IllegalArgumentException("There is a job '" + job.name() + "' already");
            }
        }
        return controller;
    }

    private void remove(WorkerController controller) {
        var worker = controller.descriptor();
        if (byName.remove(worker.callableName(), controller)) {
            worker.jobs().forEach(catalog::remove);
        }
    }

    /**
     * Starts every worker whose settings say autostart.
     *
     * @throws ClientClosedException if there is one, and this is closed
     */
    public void startAll() {
        for (var controller : byName.values()) {
            if (controller.descriptor().settings().autostart()) {
                start(controller, LimitOverrides.none());
            }
        }
    }

    /** After it was entered: so it is either seen by {@link #close} or refused here. */
    private void start(WorkerController controller, LimitOverrides overrides) {
        var name = controller.descriptor().callableName();
        if (closed) {
            throw new ClientClosedException("'" + name + "' is not started: the application has ended");
        }
        if (!controller.start(overrides)) {
            throw noWorker(name);
        }
    }

    @Override
    public List<WorkerDescriptor> list() {
        return byName.values().stream().map(WorkerController::descriptor).toList();
    }

    @Override
    public Optional<WorkerDescriptor> find(String callableName) {
        return Optional.ofNullable(byName.get(callableName)).map(WorkerController::descriptor);
    }

    @Override
    public void start(String callableName, LimitOverrides overrides) {
        start(get(callableName), overrides);
    }

    @Override
    public void startJob(String jobName, LimitOverrides overrides) {
        var registered = byName.get(jobName);
        var controller = registered != null
                ? registered
                : alone.computeIfAbsent(jobName, name -> new WorkerController(environment, alone(name), events));
        start(controller, overrides);
    }

    private WorkerDefinition alone(String jobName) {
        for (var controller : byName.values()) {
            for (var job : controller.descriptor().jobs()) {
                if (job.name().equals(jobName)) {
                    return JobAlone.of(job, controller.definition());
                }
            }
        }
        throw new JobDoesNotExistException("There is no job '" + jobName + "' in this application", jobName);
    }

    @Override
    public CompletionStage<DrainReport> stop(String callableName, Duration within) {
        return get(callableName).stop(within).copy();
    }

    @Override
    public WorkerState state(String callableName) {
        return get(callableName).state();
    }

    @Override
    public CompletionStage<Void> whenStopped(String callableName) {
        return get(callableName).whenStopped();
    }

    private WorkerController get(String callableName) {
        var controller = byName.getOrDefault(callableName, alone.get(callableName));
        if (controller == null) {
            throw noWorker(callableName);
        }
        return controller;
    }

    private WorkerDoesNotExistException noWorker(String callableName) {
        return new WorkerDoesNotExistException(
                "There is no worker '" + callableName + "'; there are " + byName.keySet());
    }

    @Override
    public Registration register(String function, JobHandler handler, UnaryOperator<WorkerSettings> settings) {
        FunctionNames.check(function);
        var effective = settings.apply(WorkerSettings.defaults());
        var worker = WorkerDescriptor.builder(function)
                .settings(effective)
                .jobs(List.of(JobDescriptor.builder(function, function)
                        .settings(effective)
                        .build()))
                .build();
        var controller = add(new HandlerDefinition(worker, handler));
        try {
            start(controller, LimitOverrides.none());
        } catch (RuntimeException e) {
            remove(controller);
            throw e;
        }
        return new HandlerRegistration(controller);
    }

    /**
     * Drains all workers and waits for them. An interrupt ends the patience at once.
     *
     * @param within how long running jobs may take; said again by another thread meanwhile, the shorter time counts
     * @return what became of the jobs of all workers
     */
    public DrainReport close(Duration within) {
        closed = true;
        long started = System.nanoTime();
        var reports = stopAll(within);
        Await.all(reports, within.plus(GRACE), () -> stopAll(Duration.ZERO), GRACE);
        var handedBack = new ArrayList<JobHandle>();
        int finished = 0;
        for (var report : reports) {
            finished += report.join().finished();
            handedBack.addAll(report.join().handedBack());
        }
        return new DrainReport(finished, handedBack, Duration.ofNanos(System.nanoTime() - started));
    }

    private List<CompletableFuture<DrainReport>> stopAll(Duration within) {
        return Stream.concat(byName.values().stream(), alone.values().stream())
                .map(controller -> controller.retire(within))
                .toList();
    }

    /** Takes a function back that was registered in code. */
    private final class HandlerRegistration implements Registration {

        private final WorkerController controller;

        HandlerRegistration(WorkerController controller) {
            this.controller = controller;
        }

        @Override
        public WorkerDescriptor worker() {
            return controller.descriptor();
        }

        @Override
        public CompletionStage<DrainReport> stop(Duration within) {
            return controller.retire(within).whenComplete((report, none) -> remove(controller));
        }

        @Override
        public void close() {
            var within = environment.shutdownTimeout();
            var report = stop(within).toCompletableFuture();
            Await.all(List.of(report), within.plus(GRACE), () -> stop(Duration.ZERO), GRACE);
        }
    }
}
