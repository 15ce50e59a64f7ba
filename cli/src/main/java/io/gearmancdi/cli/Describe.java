package io.gearmancdi.cli;

import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.GivenLimits;
import io.gearmancdi.cli.view.Launch;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What the commands have in common that describe something. */
abstract class Describe implements Callable<Integer> {

    private final Host host;
    private final PrintWriter out;
    private final PrintWriter err;

    @ParentCommand
    private Root root = new Root();

    @Parameters(paramLabel = "NAME", description = "The callableName")
    private String name = "";

    @Mixin
    private Limits limits = new Limits();

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    Describe(Host host, PrintWriter out, PrintWriter err) {
        this.host = host;
        this.out = out;
        this.err = err;
    }

    @Override
    public final Integer call() {
        var launch = host.launch();
        show(host.catalog(), launch, out);
        if (!json && !root.quiet) {
            LaunchWords.explain(launch, err);
        }
        return ExitCode.OK.number();
    }

    abstract void show(Catalog catalog, Launch launch, PrintWriter to);

    String name() {
        return name;
    }

    GivenLimits limits() {
        return limits.given();
    }

    boolean json() {
        return json;
    }
}
