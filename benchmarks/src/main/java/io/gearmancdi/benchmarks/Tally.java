package io.gearmancdi.benchmarks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The jobs that a worker has run. What counts ends with the last of them: closing what ran them is no part of it. */
@Singleton
final class Tally {

    /** The properties that say in a container what counts. */
    static final String WARMUP = "benchmark.warmup";

    static final String JOBS = "benchmark.jobs";

    private final int warmup;
    private final int jobs;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<Interval.Start> start = new AtomicReference<>(Interval.Start.now());
    private final AtomicReference<Interval> interval = new AtomicReference<>();
    private final CountDownLatch done = new CountDownLatch(1);

    @Inject
    Tally() {
        this(Integer.getInteger(WARMUP, 0), Integer.getInteger(JOBS, 0));
    }

    Tally(int warmup, int jobs) {
        this.warmup = warmup;
        this.jobs = jobs;
    }

    void add() {
        int number = count.incrementAndGet();
        if (number == warmup + 1) {
            start.set(Interval.Start.now());
        }
        if (number == warmup + jobs) {
            interval.set(start.get().end());
            done.countDown();
        }
    }

    void await() throws InterruptedException {
        done.await();
    }

    void report() {
        int counted = Math.max(1, count.get() - warmup);
        var ended = interval.get();
        new Report("worker")
                .with(ended == null ? start.get().end() : ended, counted)
                .print();
    }
}
