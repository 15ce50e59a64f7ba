package io.gearmancdi.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Fills the cache. */
@Command(name = CommandNames.CACHE_WARMUP, description = "Warm up the cache of workers and jobs")
final class CacheWarmup implements Callable<Integer> {

    private final Host host;
    private final PrintWriter out;

    CacheWarmup(Host host, PrintWriter out) {
        this.host = host;
        this.out = out;
    }

    @Override
    public Integer call() {
        out.println(host.warmUpCache());
        return ExitCode.OK.number();
    }
}
