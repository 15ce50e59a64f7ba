package io.gearmancdi.benchmarks.compare;

import static io.gearmancdi.benchmarks.compare.Measure.drain;
import static io.gearmancdi.benchmarks.compare.Measure.drainQueued;
import static io.gearmancdi.benchmarks.compare.Measure.echo;
import static io.gearmancdi.benchmarks.compare.Measure.hold;
import static io.gearmancdi.benchmarks.compare.Measure.idle;
import static io.gearmancdi.benchmarks.compare.Measure.submit;
import static io.gearmancdi.benchmarks.compare.Measure.submitQueued;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** All that is compared, and what ours must reach. */
final class Rows {

    private static final int SMALL = 64;
    private static final int LARGE = 1024 * 1024;

    private final Peer ours;
    private final Optional<Peer> newer;
    private final Peer raw;
    private final Peer libgearman;
    private final Peer php;
    private final Peer small;
    private final Peer nothing;
    private final double scale;

    /**
     * @param newer ours on a Java of 21 or later
     * @param small the smallest worker of ours
     * @param nothing what it would be without a worker
     * @param scale 1 for figures; less for a run that shows only that all works
     */
    Rows(Peer ours, Optional<Peer> newer, Peer raw, Peer libgearman, Peer php, Peer small, Peer nothing, double scale) {
        this.ours = ours;
        this.newer = newer;
        this.raw = raw;
        this.libgearman = libgearman;
        this.php = php;
        this.small = small;
        this.nothing = nothing;
        this.scale = scale;
    }

    List<Row> all() {
        var rows = new ArrayList<>(onOneJava());
        newer.ifPresent(java -> rows.addAll(onNewerJava(java)));
        rows.addAll(new LayerRows(ours, raw, this::load).all());
        return rows;
    }

    private List<Row> onNewerJava(Peer java) {
        var threads = echo("sync", 64, 64, SMALL, load(100_000, 60_000));
        var large = echo("sync", 1, 1, LARGE, load(1_500, 1_000));
        return List.of(
                Row.rate("echo, 64 blocked callers, newer Java, virtual threads")
                        .with(raw, echo("tasks", 64, 64, SMALL, load(200_000, 100_000)))
                        .with(java.as("platform threads"), threads)
                        .with(java.as(Outcome.OURS, "--threads", "virtual"), threads)
                        .must("raw", 0.5),
                Row.higher("1 MiB echo, newer Java", "mb_s", "MB/s")
                        .with(raw, large)
                        .with(java, large)
                        .must("raw", 0.3));
    }

    private List<Row> onOneJava() {
        var one = submit("sync", "none", load(40_000, 20_000));
        var pipe = submit("pipe", "none", load(300_000, 200_000));
        var fewPipe = submit("pipe", "none", load(20_000, 20_000));
        var uniques = submit("pipe", "seq", load(300_000, 200_000));
        var alone = echo("sync", 1, 1, SMALL, load(40_000, 10_000));
        var many = echo("tasks", 64, 64, SMALL, load(200_000, 100_000));
        var threads = echo("sync", 64, 64, SMALL, load(100_000, 60_000));
        var fewTasks = echo("tasks", 64, 1, SMALL, load(10_000, 20_000));
        var large = echo("sync", 1, 1, LARGE, load(1_500, 1_000));
        var stalls = echo("sync", 1, 1, LARGE, load(5, 5));
        var oneSlot = drain(raw, 1, load(40_000, 30_000));
        var window = drain(raw, 64, load(300_000, 300_000));
        return List.of(
                Row.rate("background submit, one at a time")
                        .with(raw, one)
                        .with(libgearman, one)
                        .with(php, one)
                        .with(ours, one)
                        .must("raw", 0.70),
                Row.rate("background submit, asynchronous")
                        .with(raw, pipe)
                        .with(libgearman, fewPipe)
                        .with(php, fewPipe)
                        .with(ours, pipe)
                        .must("raw", 0.9)
                        .must("php", 7),
                Row.rate("background submit, asynchronous, with uniques")
                        .with(raw, uniques)
                        .with(php, submit("pipe", "seq", load(40_000, 40_000)))
                        .with(ours, uniques)
                        .must("php", 4),
                Row.lower("echo, 1 caller, p50", "p50_us", "µs")
                        .with(raw, alone)
                        .with(libgearman, alone)
                        .with(php, alone)
                        .with(ours, alone)
                        .must("raw", 1.2),
                Row.lower("echo, 1 caller, p99", "p99_us", "µs")
                        .with(libgearman, alone)
                        .with(ours, alone)
                        .must("libgearman", 1.0),
                Row.rate("echo, 64 outstanding, asynchronous")
                        .with(raw, many)
                        .with(libgearman, fewTasks)
                        .with(php, fewTasks)
                        .with(ours, many)
                        .must("raw", 0.5)
                        .must("libgearman", 4),
                Row.rate("echo, 64 blocked threads")
                        .with(raw, many)
                        .with(libgearman, echo("sync", 64, 1, SMALL, load(10_000, 10_000)))
                        .with(ours, threads)
                        .must("raw", 0.25),
                Row.rate("drain, one slot")
                        .with(raw, oneSlot)
                        .with(libgearman, oneSlot)
                        .with(php, oneSlot)
                        .with(ours, oneSlot)
                        .must("raw", 0.95),
                Row.rate("drain, one slot, 64 asked for at once")
                        .with(raw, window)
                        .with(ours, drain(raw, 1, load(300_000, 300_000), "--prefetch", "64"))
                        .must("raw", 0.9),
                Row.rate("drain, 64 slots")
                        .with(raw, window)
                        .with(libgearman, drain(raw, 4, load(25_000, 25_000)))
                        .with(ours, window)
                        .must("raw", 0.5)
                        .must("libgearman", 3),
                Row.higher("1 MiB echo", "mb_s", "MB/s")
                        .with(raw, large)
                        .with(libgearman, stalls)
                        .with(ours, large)
                        .must("raw", 0.3)
                        .must("libgearman", 50),
                Row.lower("server's CPU per job, 64 slots", Measure.SERVER_CPU, "µs")
                        .with(raw, window)
                        .with(ours, window),
                Row.lower("server's CPU per job, 64 slots against one", Measure.SERVER_CPU, "µs")
                        .with(ours.as("one slot"), oneSlot)
                        .with(ours, window)
                        .must("one slot", 1.2),
                Row.lower("own CPU per asynchronous submission", "cpu_us_per_job", "µs")
                        .with(raw, pipe)
                        .with(ours, pipe),
                Row.lower("own CPU per drained job, 64 slots", "cpu_us_per_job", "µs")
                        .with(raw, window)
                        .with(ours, window),
                Row.lower("memory per outstanding task", "heap_bytes_per_task", "bytes of heap")
                        .with(ours, hold(scaled(100_000)))
                        .atMost(1_000),
                Row.lower("idle worker, memory", "rss_mb", "MiB")
                        .with(libgearman, idle(patience(), 1))
                        .with(php, idle(patience(), 1))
                        .with(nothing, idle(patience(), 0))
                        .with(small, idle(patience(), 1))
                        .atMost(50),
                byQueue(
                        "own CPU per drained job by jobs queued",
                        queued -> drainQueued(raw, queued, 64, load(300_000, 300_000))),
                byQueue(
                        "own CPU per submission by jobs queued",
                        queued -> submitQueued(raw, queued, load(300_000, 200_000))));
    }

    private Row byQueue(String name, IntFunction<Measure> measure) {
        return Row.lower(name, "cpu_us_per_job", "µs")
                .with(ours.as("10,000"), measure.apply(scaled(10_000)))
                .with(ours.as("100,000"), measure.apply(scaled(100_000)))
                .with(ours.as("1,000,000"), measure.apply(scaled(1_000_000)))
                .flat(1.2);
    }

    private Load load(int warmup, int jobs) {
        return new Load(scaled(warmup), scaled(jobs));
    }

    /** How long a worker has had no job when its memory is read. */
    private Duration patience() {
        return Duration.ofMillis(scaled(10_000));
    }

    private int scaled(int full) {
        return Math.max(8, (int) (full * scale));
    }
}
