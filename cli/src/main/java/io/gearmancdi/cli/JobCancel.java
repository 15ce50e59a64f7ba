package io.gearmancdi.cli;

import io.gearmancdi.JobHandle;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Cancels a job. */
@Command(name = CommandNames.JOB_CANCEL, description = "Cancel a job that waits on its job server")
final class JobCancel implements Callable<Integer> {

    private final Host host;
    private final PrintWriter out;
    private final PrintWriter err;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Root root = new Root();

    @Parameters(
            paramLabel = "HANDLE",
            description = "Such as H:host:12@127.0.0.1:4730; without its server where the application has only one")
    private String handle = "";

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    JobCancel(Host host, PrintWriter out, PrintWriter err) {
        this.host = host;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        var job = job();
        boolean cancelled = host.admin().cancel(job);
        if (json) {
            ServerTexts.cancelled(job, cancelled, out);
        } else if (!cancelled) {
            err.println("No job " + job + ": it has ended, or never was");
        } else if (!root.quiet) {
            err.println("Cancelled " + job);
        }
        return (cancelled ? ExitCode.OK : ExitCode.NOT_FOUND).number();
    }

    private JobHandle job() {
        var servers = host.admin().servers();
        try {
            return handle.indexOf('@') < 0 && servers.size() == 1
                    ? JobHandle.of(servers.get(0), handle)
                    : JobHandle.parse(handle);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
