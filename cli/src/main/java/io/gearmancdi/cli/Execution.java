package io.gearmancdi.cli;

import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.WorkerDoesNotExistException;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.WorkerState;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * One run of a worker, or of a job alone, until its limit or an interrupt, which drains it.
 *
 * @param workers the workers
 * @param setup the configuration
 * @param kind worker or job
 * @param name the name of the worker or job
 * @param description a line about it
 * @param settings the effective settings
 * @param jobs what is offered
 * @param start starts it
 */
record Execution(
        GearmanWorkers workers,
        Setup setup,
        String kind,
        String name,
        String description,
        WorkerSettings settings,
        List<JobDescriptor> jobs,
        Runnable start) {

    void refuseIfRunning() {
        if (state() != WorkerState.STOPPED) {
            throw new RefusedException(name + " runs in this application already; set gearman.autostart=false");
        }
    }

    ExitCode run(Runnable started) {
        try {
            Reachability.check(servers(), setup.connectTimeout(), settings.minimumExecutionTime());
            start.run();
            started.run();
            workers.whenStopped(name).toCompletableFuture().get();
            return ExitCode.LIMIT;
        } catch (InterruptedException e) {
            return drain();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The worker does not run", e);
        }
    }

    private ExitCode drain() {
        if (state() == WorkerState.STOPPED) {
            return ExitCode.OK;
        }
        try {
            var report = workers.stop(name, setup.shutdownTimeout())
                    .toCompletableFuture()
                    .get();
            return report.isComplete() ? ExitCode.OK : ExitCode.TIMED_OUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.TIMED_OUT;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The worker does not stop", e);
        }
    }

    private WorkerState state() {
        try {
            return workers.state(name);
        } catch (WorkerDoesNotExistException e) {
            // A job that was never started alone
            return WorkerState.STOPPED;
        }
    }

    private Collection<ServerAddress> servers() {
        Set<ServerAddress> servers = new LinkedHashSet<>();
        for (var job : jobs) {
            servers.addAll(job.servers().isEmpty() ? setup.serversOr(settings.servers()) : job.servers());
        }
        return servers.isEmpty() ? setup.serversOr(settings.servers()) : servers;
    }
}
