package io.gearmancdi.driver.client;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobRequest;
import io.gearmancdi.JobResult;
import io.gearmancdi.JobStatus;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.Submission;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One view of the client: which servers, and whether names are exact. Immutable. */
public final class DefaultGearmanClient implements GearmanClient {

    private final ClientCore core;
    private final @Nullable List<ServerAddress> ownServers;
    private final boolean foreign;

    /**
     * The view with the default servers and the application's own names.
     *
     * @param core what all views share
     */
    public DefaultGearmanClient(ClientCore core) {
        this(core, null, false);
    }

    private DefaultGearmanClient(ClientCore core, @Nullable List<ServerAddress> ownServers, boolean foreign) {
        this.core = core;
        this.ownServers = ownServers;
        this.foreign = foreign;
    }

    private List<ServerAddress> servers() {
        return ownServers != null ? ownServers : core.settings.servers();
    }

    @Override
    public JobResult call(JobRequest request) {
        return result(run(prepare(request, SubmitMethod.NORMAL)));
    }

    @Override
    public JobHandle enqueue(JobRequest request) {
        return handle(run(prepare(request, SubmitMethod.BACKGROUND)));
    }

    @Override
    public CompletionStage<JobResult> callAsync(JobRequest request) {
        var stage = new CompletableFuture<JobResult>();
        submitAsync(prepare(request, SubmitMethod.NORMAL), stage, task -> stage.complete(result(task)));
        return stage;
    }

    @Override
    public CompletionStage<JobHandle> enqueueAsync(JobRequest request) {
        var stage = new CompletableFuture<JobHandle>();
        submitAsync(prepare(request, SubmitMethod.BACKGROUND), stage, task -> stage.complete(handle(task)));
        return stage;
    }

    private Prepared prepare(JobRequest request, SubmitMethod fallback) {
        var method = request.method() == SubmitMethod.DEFAULT ? fallback : request.method();
        if (method.isBackground() != fallback.isBackground()) {
            throw new IllegalArgumentException("'" + request.job() + "' is to be submitted with " + method.text()
                    + ": use " + (method.isBackground() ? "enqueue" : "call"));
        }
        return core.preparation.prepare(request, method, foreign, servers());
    }

    private ClientTask run(Prepared prepared) {
        long never = System.nanoTime() + Long.MAX_VALUE;
        return new CallerRun(core, 1, mailbox -> List.of(new ClientTask(core, prepared, 0, mailbox)), never)
                .run()
                .get(0);
    }

    private void submitAsync(Prepared prepared, CompletableFuture<?> stage, Consumer<ClientTask> success) {
        var holder = new ClientTask[1];
        var mailbox = core.asyncMailbox(() -> {
            var task = holder[0];
            if (task.outcome() instanceof Outcome.Trouble trouble) {
                stage.completeExceptionally(trouble.error());
            } else {
                success.accept(task);
            }
        });
        holder[0] = new ClientTask(core, prepared, 0, mailbox);
        core.submitAsync(holder[0]);
    }

    private static JobResult result(ClientTask task) {
        var outcome = task.outcome();
        if (outcome instanceof Outcome.Ended ended) {
            return ended.result();
        }
        throw trouble(outcome);
    }

    private static JobHandle handle(ClientTask task) {
        var outcome = task.outcome();
        if (outcome instanceof Outcome.Accepted accepted) {
            return accepted.handle();
        }
        throw trouble(outcome);
    }

    private static RuntimeException trouble(Outcome outcome) {
        return outcome instanceof Outcome.Trouble trouble
                ? trouble.error()
                : new IllegalStateException("An outcome of another kind of job: " + outcome);
    }

    @Override
    public Submission callJob(String job, @Nullable Object workload, JobOption... options) {
        var request = JobRequest.of(job, workload)
                .method(core.preparation.defaultMethod(job, foreign))
                .with(options);
        if (request.method().isBackground()) {
            return new DefaultSubmission(enqueue(request), ReturnCode.SUCCESS, Optional.empty());
        }
        var result = call(request);
        return new DefaultSubmission(result.handle(), result.returnCode(), Optional.of(result));
    }

    @Override
    public TaskSet tasks() {
        return new DefaultTaskSet(core, request -> {
            var method = request.method() == SubmitMethod.DEFAULT ? SubmitMethod.NORMAL : request.method();
            return core.preparation.prepare(request, method, foreign, servers());
        });
    }

    @Override
    public JobStatus getJobStatus(JobHandle handle) {
        return new StatusQueries(core).byHandle(handle);
    }

    @Override
    public JobStatus getJobStatusByUnique(String job, String unique) {
        var function = core.preparation.function(job, foreign);
        return new StatusQueries(core).byUnique(function, unique, core.order(function, unique, servers()));
    }

    @Override
    public GearmanClient withServer(String host, int port) {
        return withServers(new ServerAddress(host, port));
    }

    @Override
    public GearmanClient plusServer(String host, int port) {
        var added = new ServerAddress(host, port);
        if (ownServers == null) {
            return withServers(added);
        }
        var more = new ArrayList<>(ownServers);
        if (!more.contains(added)) {
            more.add(added);
        }
        return new DefaultGearmanClient(core, List.copyOf(more), foreign);
    }

    @Override
    public GearmanClient withServers(ServerAddress... servers) {
        if (servers.length == 0) {
            throw new IllegalArgumentException(
                    "A view needs one server at least; withDefaultServers() gives the defaults");
        }
        return new DefaultGearmanClient(core, List.of(servers), foreign);
    }

    @Override
    public GearmanClient withDefaultServers() {
        return new DefaultGearmanClient(core, null, foreign);
    }

    @Override
    public GearmanClient foreign() {
        return new DefaultGearmanClient(core, ownServers, true);
    }
}
