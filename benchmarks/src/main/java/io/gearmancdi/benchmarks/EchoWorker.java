package io.gearmancdi.benchmarks;

import io.gearmancdi.LimitPolicy;
import io.gearmancdi.WorkerSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
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

    @Override
    public Integer call() throws InterruptedException {
        return load.api == Api.DRIVER ? alone() : inContainer();
    }

    private int alone() throws InterruptedException {
        var tally = new Tally(load.warmup, load.jobs);
        reportAtEnd(tally);
        try (var gearman = load.gearman().build();
                var echo = gearman.workers()
                        .register(
                                load.function,
                                job -> {
                                    tally.add();
                                    return job.bytes();
                                },
                                this::settings)) {
            tally.await();
            echo.stop(LAST).toCompletableFuture().join();
            tally.report();
        }
        return 0;
    }

    private int inContainer() throws InterruptedException {
        var settings = load.settings();
        settings.put(Tally.WARMUP, Integer.toString(load.warmup));
        settings.put(Tally.JOBS, Integer.toString(load.jobs));
        settings.put("gearman.autostart", "true");
        var worker = "gearman.workers." + EchoBean.NAME;
        settings.put(worker + ".concurrency", Integer.toString(concurrency));
        settings.put(worker + ".prefetch", Integer.toString(prefetch));
        if (load.jobs > 0) {
            settings.put(worker + ".iterations", Integer.toString(load.warmup + load.jobs));
            settings.put(worker + ".on-limit", "stop");
        }
        Tally tally;
        try (var container = Container.start(settings)) {
            tally = container.tally();
            reportAtEnd(tally);
            tally.await();
        }
        tally.report();
        return 0;
    }

    private void reportAtEnd(Tally tally) {
        if (load.jobs == 0) {
            Runtime.getRuntime().addShutdownHook(new Thread(tally::report));
        }
    }

    private WorkerSettings settings(WorkerSettings settings) {
        var some = settings.withConcurrency(concurrency).withPrefetch(prefetch);
        return load.jobs == 0
                ? some
                : some.withIterations(load.warmup + load.jobs).withOnLimit(LimitPolicy.STOP);
    }
}
