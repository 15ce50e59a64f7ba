package io.gearmancdi.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a job alone. */
@Command(name = "job:execute", description = "Execute one single job")
final class JobExecute implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOB", description = "Its callableName, worker~job")
    private String name = "";

    @Mixin
    private Limits limits = new Limits();

    @Mixin
    private Talk talk;

    JobExecute(Surroundings surroundings, Root options) {
        this.surroundings = surroundings;
        this.talk = new Talk(surroundings, options);
    }

    @Override
    public Integer call() {
        var workers = surroundings.workers().get();
        var job = Named.job(workers, name).job();
        var jobs = List.of(job);
        var overrides = limits.overrides();
        var execution =
                new Execution(workers, surroundings.setup().get(), name, overrides.applyTo(job.settings()), jobs);
        execution.refuseIfRunning();
        talk.confirm("job " + name);
        talk.loading();
        return execution
                .run(() -> {
                    workers.startJob(name, overrides);
                    talk.loaded(job.description(), jobs);
                })
                .number();
    }
}
