package io.gearmancdi.driver.admin;

import io.gearmancdi.JobHandle;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.ServerErrorException;
import io.gearmancdi.admin.ConnectionStatus;
import io.gearmancdi.admin.FunctionStatus;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.admin.PriorityStatus;
import io.gearmancdi.admin.ServerJob;
import io.gearmancdi.driver.log.Printable;
import io.gearmancdi.driver.payload.FunctionNames;
import io.gearmancdi.protocol.AdminProtocol;
import io.gearmancdi.protocol.ProtocolException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks on a connection of its own, which is closed with the answer. Thread-safe: has no state. */
public final class DefaultGearmanAdmin implements GearmanAdmin {

    private final AdminSettings settings;

    /**
     * Connects to nobody yet.
     *
     * @param settings which servers, how long, how much
     */
    public DefaultGearmanAdmin(AdminSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<ServerAddress> servers() {
        return settings.servers();
    }

    @Override
    public String version(ServerAddress server) {
        return ask(server, null, exchange -> AdminProtocol.parseVersion(exchange.line("version")));
    }

    @Override
    public List<FunctionStatus> status(ServerAddress server) {
        return table(server, "status", line -> {
            var row = AdminProtocol.FunctionStatus.parse(line);
            return new FunctionStatus(row.function(), row.total(), row.running(), row.workers());
        });
    }

    @Override
    public List<PriorityStatus> priorityStatus(ServerAddress server) {
        return table(server, "prioritystatus", line -> {
            var row = AdminProtocol.PriorityStatus.parse(line);
            return new PriorityStatus(row.function(), row.high(), row.normal(), row.low(), row.workers());
        });
    }

    @Override
    public List<ConnectionStatus> workers(ServerAddress server) {
        return table(server, "workers", line -> {
            var row = AdminProtocol.WorkerStatus.parse(line);
            return new ConnectionStatus(row.connection(), row.address(), row.clientId(), row.functions());
        });
    }

    @Override
    public List<ServerJob> jobs(ServerAddress server) {
        return table(server, "show jobs", line -> {
            var row = AdminProtocol.JobStatus.parse(line);
            return new ServerJob(JobHandle.of(server, row.handle()), row.retries(), row.abandoned(), row.background());
        });
    }

    @Override
    public boolean cancel(JobHandle handle) {
        return ask(handle.server(), null, exchange -> {
            var answer = exchange.line("cancel job " + oneWord(handle.value()));
            return succeeded(answer, "ERR UNKNOWN_JOB", handle.server(), null);
        });
    }

    private static String oneWord(String value) {
        if (value.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException("'" + Printable.of(value) + "' is no handle of a job: it has blanks");
        }
        return value;
    }

    @Override
    public void limitQueue(ServerAddress server, String function, int high, int normal, int low) {
        if (high < 0 || normal < 0 || low < 0) {
            throw new IllegalArgumentException("A queue of '" + function + "' cannot have fewer than 0 jobs");
        }
        FunctionNames.check(function);
        ask(server, function, exchange -> {
            // A server takes the bounds of a function that it does not know, and forgets them
            succeeded(exchange.line("create function " + function), null, server, function);
            var limits = high + " " + normal + " " + low;
            return succeeded(exchange.line("maxqueue " + function + " " + limits), null, server, function);
        });
    }

    @Override
    public void createFunction(ServerAddress server, String function) {
        FunctionNames.check(function);
        ask(
                server,
                function,
                exchange -> succeeded(exchange.line("create function " + function), null, server, function));
    }

    @Override
    public boolean dropFunction(ServerAddress server, String function) {
        FunctionNames.check(function);
        return ask(server, function, exchange -> {
            var answer = exchange.line("drop function " + function);
            return succeeded(answer, "ERR function not found", server, function);
        });
    }

    private <R> List<R> table(ServerAddress server, String command, Function<String, R> row) {
        return ask(server, null, exchange -> {
            var rows = exchange.table(command);
            if (rows.size() == 1 && AdminProtocol.isError(rows.get(0))) {
                throw refused(rows.get(0), server, null);
            }
            return rows.stream().map(row).toList();
        });
    }

    private static boolean succeeded(
            String answer, @Nullable String no, ServerAddress server, @Nullable String function) {
        if (answer.equals(AdminProtocol.DONE)) {
            return true;
        }
        if (answer.equals(no)) {
            return false;
        }
        throw refused(answer, server, function);
    }

    private static ServerErrorException refused(String answer, ServerAddress server, @Nullable String function) {
        return new ServerErrorException("Server " + server + " answered: " + Printable.of(answer), function, server);
    }

    private <R> R ask(ServerAddress server, @Nullable String function, Question<R> question) {
        try (var exchange = new Exchange(server, settings)) {
            return question.ask(exchange);
        } catch (IOException e) {
            throw new ServerConnectionException(
                    "Job server " + server + " gave no answer within gearman.client.connect-timeout ("
                            + settings.timeout().toMillis() + " ms): " + Printable.of(String.valueOf(e.getMessage()))
                            + ". Is it running?",
                    server,
                    e);
        } catch (ProtocolException e) {
            throw new ServerErrorException(
                    "What server " + server + " answered makes no sense: " + e.getMessage(), function, server);
        }
    }

    /** What is asked on one connection. */
    private interface Question<R> {
        R ask(Exchange exchange) throws IOException;
    }
}
