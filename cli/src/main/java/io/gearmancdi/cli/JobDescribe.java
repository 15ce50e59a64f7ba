package io.gearmancdi.cli;

import io.gearmancdi.LimitOverrides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes a job and, before it, its worker. */
@Command(name = "job:describe", description = "Describe given job")
final class JobDescribe implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOB", description = "Its callableName, worker~job")
    private String name = "";

    @Mixin
    private Limits limits = new Limits();

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    JobDescribe(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var found = Named.job(surroundings.workers().get(), name);
        var setup = surroundings.setup().get();
        var launch = surroundings.launch().get();
        var overrides = limits.overrides();
        var wholeLine = Line.of(launch, "worker:execute", found.worker().callableName(), List.of());
        // What was given is meant for the job
        var worker = Description.of(found.worker(), setup, wholeLine, LimitOverrides.none());
        var job =
                Description.of(found.job(), setup, Line.of(launch, "job:execute", name, limits.arguments()), overrides);
        if (json) {
            var both = new LinkedHashMap<String, Object>();
            both.put("worker", worker.values());
            both.put("job", job.values());
            surroundings.out().println(Json.of(both));
        } else {
            worker.print(surroundings.out());
            job.print(surroundings.out());
        }
        return ExitCode.OK.number();
    }
}
