package io.gearmancdi.cli;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.admin.GearmanAdmin;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows what waits and runs on the job servers. */
@Command(name = CommandNames.SERVER_STATUS, description = "Show the jobs of each function on the job servers")
final class ServerStatus extends AskServers {

    ServerStatus(Host host, PrintWriter out, PrintWriter err) {
        super(host, out, err);
    }

    @Override
    void print(GearmanAdmin admin, ServerAddress server, PrintWriter to) {
        ServerTexts.functions(server, admin.status(server), to);
    }

    @Override
    Map<String, Object> json(GearmanAdmin admin, ServerAddress server) {
        return ServerTexts.functions(server, admin.status(server));
    }
}
