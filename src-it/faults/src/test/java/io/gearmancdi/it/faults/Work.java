package io.gearmancdi.it.faults;

import io.gearmancdi.GearmanException;
import io.gearmancdi.JobOption;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Background and foreground jobs of one function, and what became of them. Submitted by one thread. */
final class Work {

    private static final long TAKES_NANOS = 5_000_000;

    private final Gearman gearman;
    private final String function;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final Queue<String> unknown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final List<CompletableFuture<?>> calls = new ArrayList<>();

    Work(Gearman gearman, String function) {
        this.gearman = gearman;
        this.function = function;
        gearman.workers()
                .register(
                        function,
                        job -> {
                            LockSupport.parkNanos(TAKES_NANOS);
                            job.unique().ifPresent(done::add);
                            return job.bytes();
                        },
                        all -> all.withConcurrency(2));
    }

    /** Submits as many of each, without waiting. */
    List<CompletableFuture<?>> submit(int count, Duration timeout) {
        int first = calls.size();
        for (int i = 0; i < count; i++) {
            var unique = function + "-" + asked.size();
            asked.add(unique);
            enqueue(unique, timeout);
            calls.add(counted(gearman.client().foreign().doJobAsync(function, "x", JobOption.timeout(timeout))));
        }
        return List.copyOf(calls.subList(first, calls.size()));
    }

    /** Submits anew what the server may never have got. */
    void submitUnknownAgain(Duration timeout) {
        for (var unique = unknown.poll(); unique != null; unique = unknown.poll()) {
            enqueue(unique, timeout);
        }
    }

    private void enqueue(String unique, Duration timeout) {
        counted(gearman.client()
                        .foreign()
                        .doBackgroundJobAsync(function, "x", JobOption.unique(unique), JobOption.timeout(timeout)))
                .whenComplete((handle, failure) -> {
                    if (failure != null) {
                        unknown.add(unique);
                    }
                });
    }

    private <T> CompletableFuture<T> counted(CompletionStage<T> stage) {
        pending.incrementAndGet();
        return stage.whenComplete((value, failure) -> pending.decrementAndGet()).toCompletableFuture();
    }

    /** {@return submissions and calls that have not ended, and background jobs not done} */
    int inFlight() {
        return pending.get() + missing().size();
    }

    boolean allSubmissionsEnded() {
        return pending.get() == 0;
    }

    /** {@return the uniques that no worker has done} */
    Set<String> missing() {
        var missing = new HashSet<>(asked);
        missing.removeAll(done);
        return missing;
    }

    /** {@return how many of the calls have a result} */
    static long succeeded(Collection<CompletableFuture<?>> calls) {
        return calls.stream()
                .filter(call -> call.isDone() && !call.isCompletedExceptionally())
                .count();
    }

    /** {@return how the calls failed; all are exceptions of the library} */
    Collection<Throwable> failures() {
        var failures = new ArrayList<Throwable>();
        calls.forEach(call -> call.whenComplete((value, failure) -> {
            if (failure != null) {
                failures.add(failure.getCause() instanceof GearmanException cause ? cause : failure);
            }
        }));
        return failures;
    }
}
