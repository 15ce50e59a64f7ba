package io.gearmancdi.benchmarks;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobResult;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Calls a worker that answers with the workload, several calls at the same time; a wrong answer is exit code 1. */
@Command(name = "echo", description = "Calls a worker and waits for its answers")
final class EchoCallers implements Callable<Integer> {

    enum Mode {
        SYNC,
        TASKS
    }

    private static final int MIN_PENDING = 1024;

    @Mixin
    Load load;

    @Option(names = "--callers", defaultValue = "1", description = "calls at the same time")
    int callers;

    @Option(names = "--payload", defaultValue = "64", description = "bytes of a workload")
    int payload;

    @Option(names = "--mode", defaultValue = "tasks", description = "sync: threads; tasks: the asynchronous calls")
    Mode mode;

    private final AtomicInteger wrong = new AtomicInteger();
    private long[] nanos = {};
    private String function = "";

    @Override
    public Integer call() throws InterruptedException {
        try (var target = load.target(Math.max(callers, MIN_PENDING))) {
            var client = target.client();
            function = target.job(load.function);
            run(client, load.warmup);
            long compiled = Usage.compilationMillis();
            var start = Interval.Start.now();
            run(client, load.jobs);
            var interval = start.end();
            compiled = Usage.compilationMillis() - compiled;
            Arrays.sort(nanos);
            new Report("echo")
                    .with(interval, load.jobs)
                    .with("p50_us", nanos[nanos.length / 2] / 1e3)
                    .with("p99_us", nanos[(int) (nanos.length * 0.99)] / 1e3)
                    .with("mb_s", (double) payload * load.jobs / interval.seconds() / 1e6)
                    .with("compilation_ms", compiled)
                    .print();
        }
        return wrong.get() == 0 ? 0 : 1;
    }

    private void run(GearmanClient client, int jobs) throws InterruptedException {
        nanos = new long[jobs];
        if (mode == Mode.SYNC) {
            threads(client, jobs);
        } else {
            tasks(client, jobs);
        }
    }

    private void threads(GearmanClient client, int jobs) throws InterruptedException {
        var next = new AtomicInteger();
        var threads = load.threads.executor(callers);
        var ended = new Semaphore(0);
        for (int caller = 0; caller < callers; caller++) {
            threads.execute(() -> {
                try {
                    for (int job = next.getAndIncrement(); job < jobs; job = next.getAndIncrement()) {
                        one(client, job);
                    }
                } finally {
                    ended.release();
                }
            });
        }
        ended.acquire(callers);
        threads.shutdown();
    }

    private void one(GearmanClient client, int job) {
        var workload = Load.payload(payload, job);
        long began = System.nanoTime();
        try {
            check(workload, client.doJob(function, workload, JobOption.withoutUnique()), null);
        } catch (RuntimeException e) {
            check(workload, null, e);
        }
        nanos[job] = System.nanoTime() - began;
    }

    /** As many calls as there are callers; the end of each is the beginning of the next. */
    private void tasks(GearmanClient client, int jobs) throws InterruptedException {
        var next = new AtomicInteger();
        var ended = new Semaphore(0);
        for (int caller = 0; caller < callers; caller++) {
            begin(client, next, jobs, ended);
        }
        ended.acquire(callers);
    }

    private void begin(GearmanClient client, AtomicInteger next, int jobs, Semaphore ended) {
        int job = next.getAndIncrement();
        if (job >= jobs) {
            ended.release();
            return;
        }
        var workload = Load.payload(payload, job);
        long began = System.nanoTime();
        client.doJobAsync(function, workload, JobOption.withoutUnique()).whenComplete((result, thrown) -> {
            nanos[job] = System.nanoTime() - began;
            check(workload, result, thrown);
            begin(client, next, jobs, ended);
        });
    }

    private void check(byte[] sent, JobResult result, Throwable thrown) {
        if (thrown != null || !result.isSuccess() || !Arrays.equals(sent, result.bytes())) {
            wrong.incrementAndGet();
        }
    }
}
