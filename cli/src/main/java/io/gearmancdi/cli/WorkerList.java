package io.gearmancdi.cli;

import io.gearmancdi.cli.view.Texts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists workers and their jobs. */
@Command(name = CommandNames.WORKER_LIST, description = "List all Gearman workers and their jobs")
final class WorkerList implements Callable<Integer> {

    private final Host host;
    private final PrintWriter out;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    WorkerList(Host host, PrintWriter out) {
        this.host = host;
        this.out = out;
    }

    @Override
    public Integer call() {
        var catalog = host.catalog();
        if (json) {
            Texts.listAsJson(catalog, out);
        } else {
            Texts.list(catalog, out);
        }
        return ExitCode.OK.number();
    }
}
