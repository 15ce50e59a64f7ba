package io.gearmancdi.cli;

import io.gearmancdi.LimitOverrides;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What the commands have in common that run something. */
abstract class Execute implements Callable<Integer> {

    private final Host host;
    private final PrintWriter out;
    private final PrintWriter err;

    @ParentCommand
    private Root root = new Root();

    @Parameters(paramLabel = "NAME", description = "The callableName")
    private String name = "";

    @Mixin
    private Limits limits = new Limits();

    @Option(names = "--no-description", description = "Print no description")
    private boolean noDescription;

    @Mixin
    private CodeOnLimit atLimit = new CodeOnLimit();

    Execute(Host host, PrintWriter out, PrintWriter err) {
        this.host = host;
        this.out = out;
        this.err = err;
    }

    @Override
    public final Integer call() {
        var execution = execution(host, name, limits.overrides());
        execution.refuseIfRunning();
        if (!root.noInteraction && !host.confirms("Execute " + execution.kind() + " " + name + "? [y/N] ")) {
            throw new RefusedException("Not executed");
        }
        var talk = new Talk(root.quiet, !noDescription, err);
        talk.loading();
        Runnable silence = root.quiet ? () -> {} : host.output().leadTo(out);
        try {
            return atLimit.number(execution.run(() -> talk.loaded(execution.description(), execution.jobs())));
        } finally {
            silence.run();
        }
    }

    abstract Execution execution(Host in, String of, LimitOverrides overrides);
}
