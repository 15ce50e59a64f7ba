package io.gearmancdi.benchmarks;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Submits background jobs; ends when the job server has accepted all. */
@Command(name = "submit-bg", description = "Submits background jobs")
final class SubmitBackground implements Callable<Integer> {

    /** How many asynchronous submissions are outstanding. */
    private static final int WINDOW = 512;

    enum Mode {
        SYNC,
        PIPE
    }

    /** The library never sends a background job without a unique: none means a random one of its own. */
    enum Unique {
        NONE,
        SEQ
    }

    @Mixin
    Load load;

    @Option(names = "--payload", defaultValue = "64", description = "bytes of a workload")
    int payload;

    @Option(names = "--mode", defaultValue = "pipe", description = "sync: one after another; pipe: asynchronously")
    Mode mode;

    @Option(names = "--unique", defaultValue = "none", description = "none or seq")
    Unique unique;

    @Option(names = "--warmup-function", description = "where the jobs of the warm-up go; built-in the same")
    Optional<String> warmupFunction;

    private final AtomicInteger refused = new AtomicInteger();

    private String function = "";

    @Override
    public Integer call() {
        try (var target = load.target(WINDOW)) {
            var client = target.client();
            function = target.job(warmupFunction.orElse(load.function));
            submit(client, 0, load.warmup);
            function = target.job(load.function);
            var start = Interval.Start.now();
            submit(client, load.warmup, load.jobs);
            new Report("submit-bg").with(start.end(), load.jobs).print();
        }
        return refused.get() == 0 ? 0 : 1;
    }

    private void submit(GearmanClient client, int first, int count) {
        if (mode == Mode.SYNC) {
            for (int job = first; job < first + count; job++) {
                client.doBackgroundJob(function, Load.payload(payload, job), options(job));
            }
            return;
        }
        var outstanding = new Phaser(1);
        for (int job = first; job < first + count; job++) {
            outstanding.register();
            client.doBackgroundJobAsync(function, Load.payload(payload, job), options(job))
                    .whenComplete((handle, thrown) -> {
                        if (thrown != null) {
                            refused.incrementAndGet();
                        }
                        outstanding.arriveAndDeregister();
                    });
        }
        outstanding.arriveAndAwaitAdvance();
    }

    private JobOption[] options(int job) {
        return unique == Unique.NONE
                ? new JobOption[] {JobOption.uniqueAtRandom()}
                : new JobOption[] {JobOption.unique("seq-" + job)};
    }
}
