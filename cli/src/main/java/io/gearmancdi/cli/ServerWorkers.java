package io.gearmancdi.cli;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.admin.ConnectionStatus;
import io.gearmancdi.admin.GearmanAdmin;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows who offers functions on the job servers; clients are left out. */
@Command(name = CommandNames.SERVER_WORKERS, description = "Show the workers that are connected to the job servers")
final class ServerWorkers extends AskServers {

    ServerWorkers(Host host, PrintWriter out, PrintWriter err) {
        super(host, out, err);
    }

    @Override
    void print(GearmanAdmin admin, ServerAddress server, PrintWriter to) {
        ServerTexts.workers(server, workers(admin, server), to);
    }

    @Override
    Map<String, Object> json(GearmanAdmin admin, ServerAddress server) {
        return ServerTexts.workers(server, workers(admin, server));
    }

    private static List<ConnectionStatus> workers(GearmanAdmin admin, ServerAddress server) {
        return admin.workers(server).stream()
                .filter(connection -> !connection.functions().isEmpty())
                .toList();
    }
}
