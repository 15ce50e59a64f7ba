package io.gearmancdi.cli;

import io.gearmancdi.GearmanException;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.admin.GearmanAdmin;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands have in common that ask every job server. One that gives no answer does not silence the others. */
abstract class AskServers implements Callable<Integer> {

    private final Host host;
    private final PrintWriter out;
    private final PrintWriter err;

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            description = "Ask this server instead of those of the application; may be repeated")
    private List<ServerAddress> servers = List.of();

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    AskServers(Host host, PrintWriter out, PrintWriter err) {
        this.host = host;
        this.out = out;
        this.err = err;
    }

    @Override
    public final Integer call() {
        var admin = host.admin();
        var answers = new ArrayList<Map<String, Object>>();
        @Nullable GearmanException failure = null;
        for (var server : servers.isEmpty() ? admin.servers() : servers) {
            try {
                if (json) {
                    answers.add(json(admin, server));
                } else {
                    print(admin, server, out);
                }
            } catch (GearmanException e) {
                failure = e;
                err.println(e.getMessage());
            }
        }
        if (json) {
            ServerTexts.print(answers, out);
        }
        return (failure == null ? ExitCode.OK : ExitCode.of(failure)).number();
    }

    abstract void print(GearmanAdmin admin, ServerAddress server, PrintWriter to);

    abstract Map<String, Object> json(GearmanAdmin admin, ServerAddress server);
}
