package io.gearmancdi.driver.client;

import io.gearmancdi.JobRequest;
import io.gearmancdi.TaskResults;
import io.gearmancdi.TaskSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Collects prepared tasks and runs them. */
final class DefaultTaskSet implements TaskSet {

    private final ClientCore core;
    private final Function<JobRequest, Prepared> preparation;
    private final List<Prepared> prepared = new ArrayList<>();
    private boolean run;

    DefaultTaskSet(ClientCore core, Function<JobRequest, Prepared> preparation) {
        this.core = core;
        this.preparation = preparation;
    }

    @Override
    public TaskSet add(JobRequest request) {
        checkNotRun();
        prepared.add(preparation.apply(request));
        return this;
    }

    @Override
    public TaskResults runTasks() {
        return runTasks(Duration.ZERO);
    }

    @Override
    public TaskResults runTasks(Duration timeout) {
        begin();
        long deadline = System.nanoTime() + (timeout.isZero() ? Long.MAX_VALUE : timeout.toNanos());
        return DefaultTaskResults.of(
                new CallerRun(core, prepared.size(), mailbox -> tasks(index -> mailbox), deadline).run());
    }

    @Override
    public CompletionStage<TaskResults> runTasksAsync() {
        begin();
        var results = new CompletableFuture<TaskResults>();
        if (prepared.isEmpty()) {
            results.complete(DefaultTaskResults.of(List.of()));
            return results;
        }
        var open = new AtomicInteger(prepared.size());
        var all = new ArrayList<ClientTask>(prepared.size());
        Runnable ended = () -> {
            if (open.decrementAndGet() == 0) {
                results.complete(DefaultTaskResults.of(all));
            }
        };
        all.addAll(tasks(index -> core.asyncMailbox(ended)));
        all.forEach(core::submitAsync);
        return results;
    }

    private List<ClientTask> tasks(Function<Integer, Mailbox> mailbox) {
        var tasks = new ArrayList<ClientTask>(prepared.size());
        for (int i = 0; i < prepared.size(); i++) {
            tasks.add(new ClientTask(core, prepared.get(i), i, mailbox.apply(i)));
        }
        return tasks;
    }

    private void begin() {
        checkNotRun();
        run = true;
    }

    private void checkNotRun() {
        if (run) {
            throw new IllegalStateException("The task set was run already; make a new one with client.tasks()");
        }
    }
}
