package io.gearmancdi.cli;

import io.gearmancdi.JobHandle;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.admin.ConnectionStatus;
import io.gearmancdi.admin.FunctionStatus;
import io.gearmancdi.cli.view.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the console prints of job servers. */
final class ServerTexts {

    private ServerTexts() {}

    /**
     * Prints the jobs of each function.
     *
     * @param server the server
     * @param functions its functions
     * @param out takes lines
     */
    static void functions(ServerAddress server, List<FunctionStatus> functions, PrintWriter out) {
        out.println("@Server: " + server);
        var table = new Columns("FUNCTION", "WAITING", "RUNNING", "WORKERS");
        functions.forEach(row -> table.add(row.function(), row.waiting(), row.running(), row.workers()));
        table.print(out);
        out.println();
    }

    /**
     * The jobs of each function, for programs.
     *
     * @param server the server
     * @param functions its functions
     * @return goes into {@link #print}
     */
    static Map<String, Object> functions(ServerAddress server, List<FunctionStatus> functions) {
        return Map.of(
                "server",
                server.toString(),
                "functions",
                functions.stream()
                        .map(row -> {
                            var map = new LinkedHashMap<String, Object>();
                            map.put("function", row.function());
                            map.put("waiting", row.waiting());
                            map.put("running", row.running());
                            map.put("workers", row.workers());
                            return map;
                        })
                        .toList());
    }

    /**
     * Prints the connections that offer functions.
     *
     * @param server the server
     * @param workers its workers
     * @param out takes lines
     */
    static void workers(ServerAddress server, List<ConnectionStatus> workers, PrintWriter out) {
        out.println("@Server: " + server);
        var table = new Columns("ADDRESS", "CLIENT", "FUNCTIONS");
        workers.forEach(row -> table.add(row.address(), row.clientId(), String.join(" ", row.functions())));
        table.print(out);
        out.println();
    }

    /**
     * The connections that offer functions, for programs.
     *
     * @param server the server
     * @param workers its workers
     * @return goes into {@link #print}
     */
    static Map<String, Object> workers(ServerAddress server, List<ConnectionStatus> workers) {
        return Map.of(
                "server",
                server.toString(),
                "workers",
                workers.stream()
                        .map(row -> {
                            var map = new LinkedHashMap<String, Object>();
                            map.put("address", row.address());
                            map.put("clientId", row.clientId());
                            map.put("functions", row.functions());
                            return map;
                        })
                        .toList());
    }

    /**
     * What became of a job that was to be cancelled, for programs.
     *
     * @param job the job
     * @param cancelled whether its server knew it
     * @param out takes a line
     */
    static void cancelled(JobHandle job, boolean cancelled, PrintWriter out) {
        var map = new LinkedHashMap<String, Object>();
        map.put("handle", job.toString());
        map.put("cancelled", cancelled);
        out.println(Json.of(map));
    }

    /**
     * Prints servers for programs.
     *
     * @param servers one map for each
     * @param out takes a line
     */
    static void print(List<Map<String, Object>> servers, PrintWriter out) {
        out.println(Json.of(servers));
    }
}
