package io.gearmancdi.cdi;

import io.gearmancdi.DrainReport;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobHandler;
import io.gearmancdi.LimitOverrides;
import io.gearmancdi.Registration;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.WorkerState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The driver's workers; functions that are registered in code are called as job methods are. */
final class ContainerWorkers implements GearmanWorkers {

    private final GearmanWorkers workers;
    private final BeanCalls calls;

    ContainerWorkers(GearmanWorkers workers, BeanCalls calls) {
        this.workers = workers;
        this.calls = calls;
    }

    @Override
    public Registration register(String function, JobHandler handler, UnaryOperator<WorkerSettings> settings) {
        return workers.register(function, calls.around(handler), settings);
    }

    @Override
    public List<WorkerDescriptor> list() {
        return workers.list();
    }

    @Override
    public Optional<WorkerDescriptor> find(String callableName) {
        return workers.find(callableName);
    }

    @Override
    public void start(String callableName, LimitOverrides overrides) {
        workers.start(callableName, overrides);
    }

    @Override
    public void startJob(String jobName, LimitOverrides overrides) {
        workers.startJob(jobName, overrides);
    }

    @Override
    public CompletionStage<DrainReport> stop(String callableName, Duration within) {
        return workers.stop(callableName, within);
    }

    @Override
    public WorkerState state(String callableName) {
        return workers.state(callableName);
    }

    @Override
    public CompletionStage<Void> whenStopped(String callableName) {
        return workers.whenStopped(callableName);
    }
}
