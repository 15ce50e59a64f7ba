package io.gearmancdi.benchmarks;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.LimitPolicy;
import io.gearmancdi.WorkerSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers jobs with their workload. Ends after a number of jobs, or at SIGTERM where that is 0. */
@Command(name = "worker", description = "Answers jobs with their workload")
final class EchoWorker implements Callable<Integer> {

    private static final Duration LAST = Duration.ofSeconds(10);

    @Mixin
    Load load;

    @Option(names = "--concurrency", defaultValue = "1", description = "jobs at the same time")
    int concurrency;

    @Option(names = "--prefetch", defaultValue = "0", description = "jobs asked for beyond them")
    int prefetch;

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<Interval.Start> start = new AtomicReference<>(Interval.Start.now());
    private final CountDownLatch done = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        if (load.jobs == 0) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::report));
        }
        try (var gearman = load.gearman().build();
                var echo = gearman.workers().register(load.function, this::answer, this::settings)) {
            done.await();
            echo.stop(LAST).toCompletableFuture().join();
            report();
        }
        return 0;
    }

    private WorkerSettings settings(WorkerSettings settings) {
        var some = settings.withConcurrency(concurrency).withPrefetch(prefetch);
        return load.jobs == 0
                ? some
                : some.withIterations(load.warmup + load.jobs).withOnLimit(LimitPolicy.STOP);
    }

    private byte[] answer(GearmanJob job) {
        int number = count.incrementAndGet();
        if (number == load.warmup + 1) {
            start.set(Interval.Start.now());
        }
        if (number == load.warmup + load.jobs) {
            done.countDown();
        }
        return job.bytes();
    }

    private void report() {
        int jobs = Math.max(1, count.get() - load.warmup);
        new Report("worker").with(start.get().end(), jobs).print();
    }
}
