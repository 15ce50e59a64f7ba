package io.gearmancdi.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a worker with all its jobs. */
@Command(name = "worker:execute", description = "Execute one worker with all contained jobs")
final class WorkerExecute implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "WORKER", description = "Its callableName")
    private String name = "";

    @Mixin
    private Limits limits = new Limits();

    @Mixin
    private Talk talk;

    WorkerExecute(Surroundings surroundings, Root options) {
        this.surroundings = surroundings;
        this.talk = new Talk(surroundings, options);
    }

    @Override
    public Integer call() {
        var workers = surroundings.workers().get();
        var worker = Named.worker(workers, name);
        var overrides = limits.overrides();
        var execution = new Execution(
                workers, surroundings.setup().get(), name, overrides.applyTo(worker.settings()), worker.jobs());
        execution.refuseIfRunning();
        talk.confirm("worker " + name);
        talk.loading();
        return execution
                .run(() -> {
                    workers.start(name, overrides);
                    talk.loaded(worker.description(), worker.jobs());
                })
                .number();
    }
}
