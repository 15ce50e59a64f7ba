package io.gearmancdi.it.faults;

import io.gearmancdi.GearmanException;
import io.gearmancdi.JobOption;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Two callers that submit without end, a background job and a foreground one in turn, and a worker for them. */
final class Traffic implements AutoCloseable {

    private static final String FUNCTION = "traffic";

    private final Gearman gearman;
    private final Duration patience;
    private final AtomicInteger names = new AtomicInteger();
    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final Map<String, ServerAddress> accepted = new ConcurrentHashMap<>();
    private final Queue<GearmanException> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> callers;
    private volatile boolean over;

    Traffic(Gearman gearman, Duration patience) {
        this.gearman = gearman;
        this.patience = patience;
        gearman.workers()
                .register(
                        FUNCTION,
                        job -> String.valueOf(runs.merge(job.text(), 1, Integer::sum)),
                        all -> all.withConcurrency(3));
        callers = Stream.generate(() -> new Thread(this::submit, "caller"))
                .limit(2)
                .toList();
        callers.forEach(Thread::start);
    }

    private void submit() {
        while (!over) {
            attempt(this::enqueue);
            attempt(this::call);
        }
    }

    private void attempt(Runnable submission) {
        try {
            submission.run();
        } catch (GearmanException e) {
            failures.add(e);
        }
    }

    private void enqueue() {
        var name = "background-" + names.incrementAndGet();
        var handle = gearman.client()
                .foreign()
                .doBackgroundJob(FUNCTION, name, JobOption.unique(name), JobOption.timeout(patience));
        accepted.put(name, handle.server());
    }

    private void call() {
        var name = "foreground-" + names.incrementAndGet();
        gearman.client().foreign().doJob(FUNCTION, name, JobOption.timeout(patience));
    }

    /** {@return how many background jobs a server has accepted} */
    long acceptedBy(ServerAddress server) {
        return accepted.values().stream().filter(server::equals).count();
    }

    /** {@return the background jobs that were accepted} */
    Set<String> accepted() {
        return Set.copyOf(accepted.keySet());
    }

    /** {@return how often each job has run} */
    Map<String, Integer> runs() {
        return Map.copyOf(runs);
    }

    List<GearmanException> failures() {
        return List.copyOf(failures);
    }

    /** Lets the callers end. */
    void stop() throws InterruptedException {
        over = true;
        for (var caller : callers) {
            caller.join(patience.multipliedBy(2).toMillis());
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
