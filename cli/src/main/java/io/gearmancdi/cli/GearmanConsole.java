package io.gearmancdi.cli;

import io.gearmancdi.GearmanWorkers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * The console inside an application: a bean of any CDI container. Workers that the console executes must not run by
 * themselves; set {@code gearman.autostart=false}.
 */
@Dependent
public class GearmanConsole {

    private final GearmanWorkers workers;

    /**
     * Made by the container.
     *
     * @param workers the workers of the application
     */
    @Inject
    public GearmanConsole(GearmanWorkers workers) {
        this.workers = workers;
    }

    /**
     * Runs a command. Asks nothing, and has no colours. An execution blocks until the limit of the worker; an interrupt
     * drains it.
     *
     * @param arguments the command, with or without {@code gearman:}, its name and options; none: lists the commands
     * @param out takes data; flushed
     * @param err takes talk and errors; flushed
     * @return 0 ok, 1 unexpected, 2 usage, 3 not found, 4 no job server, 5 job failed, 6 timed out, 7 bad configuration,
     *     8 refused
     */
    public int run(String[] arguments, PrintWriter out, PrintWriter err) {
        var surroundings =
                new Surroundings(() -> workers, Setup::read, () -> Launch.words(List.of()), question -> true, out, err);
        return CommandTree.of(surroundings, Ansi.OFF).run(arguments);
    }
}
