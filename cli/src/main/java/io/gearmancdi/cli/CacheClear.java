package io.gearmancdi.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Empties the cache. */
@Command(name = CommandNames.CACHE_CLEAR, description = "Clear the cache of workers and jobs")
final class CacheClear implements Callable<Integer> {

    private final Host host;
    private final PrintWriter out;

    CacheClear(Host host, PrintWriter out) {
        this.host = host;
        this.out = out;
    }

    @Override
    public Integer call() {
        out.println(host.clearCache());
        return ExitCode.OK.number();
    }
}
