package io.gearmancdi.cli;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.cdi.ConsoleOutput;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/**
 * The console inside an application: a bean of any CDI container. Workers that the console executes must not run by
 * themselves; set {@code gearman.autostart=false}.
 */
@Dependent
public class GearmanConsole {

    private final Host host;

    /**
     * Made by the container.
     *
     * @param workers the workers of the application
     * @param client submits its jobs
     * @param admin asks its job servers
     * @param output where they write
     */
    @Inject
    public GearmanConsole(GearmanWorkers workers, GearmanClient client, GearmanAdmin admin, ConsoleOutput output) {
        this.host = new ContainerHost(workers, client, admin, output);
    }

    /**
     * Runs a command. Asks nothing, and has no colours. An execution blocks until the limit of the worker; an interrupt
     * drains it.
     *
     * @param arguments the command, with or without {@code gearman:}, its name and options; none: lists the commands
     * @param out takes data, and what the workers write; flushed
     * @param err takes talk and errors; flushed
     * @return 0 ok, 1 unexpected, 2 usage, 3 not found, 4 no job server, 5 job failed, 6 timed out, 7 bad
     *     configuration, 8 refused
     */
    public int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return CommandTree.of(host, out, err, Ansi.OFF).run(arguments);
    }
}
