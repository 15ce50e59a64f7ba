package io.gearmancdi.benchmarks;

import io.gearmancdi.JobOption;
import io.gearmancdi.event.TaskCreated;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.spi.TaskListener;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Submits foreground jobs that nobody answers and tells what they cost. */
@Command(name = "hold", description = "Keeps foreground jobs outstanding")
final class Hold implements Callable<Integer> {

    @Mixin
    Load load;

    @Option(names = "--payload", defaultValue = "64", description = "bytes of a workload")
    int payload;

    @Override
    public Integer call() throws InterruptedException {
        var accepted = new CountDownLatch(load.jobs);
        var settings = load.gearman()
                .maxPending(load.jobs)
                .shutdownTimeout(Duration.ofSeconds(1))
                .taskListener(new Created(accepted));
        try (var gearman = settings.build()) {
            var client = gearman.client().foreign();
            long base = Usage.residentKiB();
            long heap = Usage.liveHeapKiB();
            var start = Interval.Start.now();
            for (int job = 0; job < load.jobs; job++) {
                client.doJobAsync(load.function, Load.payload(payload, job), JobOption.withoutUnique());
            }
            accepted.await();
            var interval = start.end();
            long held = Usage.liveHeapKiB();
            new Report("hold")
                    .with(interval, load.jobs)
                    .with("base_rss_kb", base)
                    .with("outstanding", load.jobs)
                    .with("heap_used_kb", held)
                    .with("heap_bytes_per_task", (held - heap) * 1024.0 / load.jobs)
                    .print();
        }
        return 0;
    }

    private record Created(CountDownLatch accepted) implements TaskListener {

        @Override
        public boolean wants(Class<? extends TaskEvent> type) {
            return type == TaskCreated.class;
        }

        @Override
        public void on(TaskEvent event) {
            accepted.countDown();
        }
    }
}
