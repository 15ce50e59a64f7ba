package io.gearmancdi.driver.client;

import io.gearmancdi.GearmanException;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobStatus;
import io.gearmancdi.ServerAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks servers for the state of jobs and waits for the answer. */
final class StatusQueries {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final ClientCore core;

    StatusQueries(ClientCore core) {
        this.core = core;
    }

    JobStatus byHandle(JobHandle handle) {
        var request = new StatusRequest(
                core,
                handle.toString(),
                new Route(List.of(handle.server())),
                (session, call) -> session.status(handle.value(), call));
        var status = ask(request, handle);
        return new DefaultJobStatus(
                status.state(),
                status.completed(),
                status.total(),
                !status.isKnown() && core.finished.contains(handle));
    }

    JobStatus byUnique(String function, String unique, List<ServerAddress> servers) {
        return ask(
                new StatusRequest(
                        core, function, new Route(servers), (session, call) -> session.statusByUnique(unique, call)),
                null);
    }

    private DefaultJobStatus ask(StatusRequest request, @Nullable JobHandle handle) {
        core.start("the state of a job", request.route());
        core.servers.route(request);
        var timeout = core.settings.timeout();
        try {
            return request.answer().get(timeout.isZero() ? FOR_EVER : timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GearmanException known ? known : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            request.answer().cancel(false);
            throw core.failures.notTold(request.route(), handle);
        } catch (InterruptedException e) {
            request.answer().cancel(false);
            Thread.currentThread().interrupt();
            throw core.failures.interrupted(request.route());
        }
    }
}
