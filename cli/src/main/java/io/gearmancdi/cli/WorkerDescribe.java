package io.gearmancdi.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes a worker. */
@Command(name = "worker:describe", description = "Describe given worker")
final class WorkerDescribe implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "WORKER", description = "Its callableName")
    private String name = "";

    @Mixin
    private Limits limits = new Limits();

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    WorkerDescribe(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var worker = Named.worker(surroundings.workers().get(), name);
        var line = Line.of(surroundings.launch().get(), "worker:execute", name, limits.arguments());
        var description = Description.of(worker, surroundings.setup().get(), line, limits.overrides());
        if (json) {
            surroundings.out().println(Json.of(description.values()));
        } else {
            description.print(surroundings.out());
        }
        return ExitCode.OK.number();
    }
}
