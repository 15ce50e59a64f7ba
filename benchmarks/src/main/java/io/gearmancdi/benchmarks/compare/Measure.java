package io.gearmancdi.benchmarks.compare;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One figure-giving run of one peer on a fresh function. */
@FunctionalInterface
interface Measure {

    /** What the CPU of the job server cost per job, beside the figures of the peer itself. */
    String SERVER_CPU = "server_cpu_us_per_job";

    Map<String, Double> run(Peer peer, JobServer server, String function)
            throws IOException, InterruptedException, TimeoutException;

    /** Submits background jobs: sync, or pipe. Nobody runs them. */
    static Measure submit(String mode, String unique, Load load) {
        return (peer, server, function) ->
                run(peer, server, function, load, load.words("submit-bg", "--mode", mode, "--unique", unique));
    }

    /** Runs jobs that wait already. */
    static Measure drain(Peer filler, int concurrency, Load load, String... others) {
        return (peer, server, function) -> {
            fill(filler, server, function, load.all());
            var words = load.words("worker", "--concurrency", Integer.toString(concurrency));
            words.addAll(List.of(others));
            return run(peer, server, function, load, words);
        };
    }

    /** Calls a worker of the same peer. */
    static Measure echo(String mode, int callers, int concurrency, int payload, Load load) {
        return (peer, server, function) -> {
            var worker = List.of("worker", "--jobs", "0", "--concurrency", Integer.toString(concurrency));
            try (var working = Run.start(peer, server, function, worker)) {
                server.awaitWorkers(function, 1);
                return run(
                        peer,
                        server,
                        function,
                        load,
                        load.words(
                                "echo",
                                "--mode",
                                mode,
                                "--callers",
                                Integer.toString(callers),
                                "--payload",
                                Integer.toString(payload)));
            }
        };
    }

    /** What a worker that has nothing to do keeps in memory; or, with no worker to await, a process that is none. */
    static Measure idle(Duration patience, int workers) {
        return (peer, server, function) -> {
            var worker = List.of("worker", "--jobs", "0");
            try (var working = Run.start(peer, server, function, worker)) {
                if (workers > 0) {
                    server.awaitWorkers(function, workers);
                }
                TimeUnit.NANOSECONDS.sleep(patience.toNanos());
                return Map.of("rss_mb", working.usage().residentKiB() / 1024.0);
            }
        };
    }

    /** Keeps jobs outstanding that nobody answers. */
    static Measure hold(int jobs) {
        return (peer, server, function) -> {
            try (var run = Run.start(peer, server, function, List.of("hold", "--jobs", Integer.toString(jobs)))) {
                return run.figures();
            }
        };
    }

    /** Runs jobs while about as many more wait, from the first to the last: what is missing is submitted again. */
    static Measure drainQueued(Peer filler, int queued, int concurrency, Load load) {
        return (peer, server, function) -> {
            fill(filler, server, function, queued);
            var words = load.words("worker", "--concurrency", Integer.toString(concurrency));
            try (var working = Run.start(peer, server, function, words)) {
                while (working.isAlive()) {
                    int missing = queued - server.queued(function);
                    if (missing > 0) {
                        fill(filler, server, function, missing);
                    } else {
                        TimeUnit.MILLISECONDS.sleep(1);
                    }
                }
                return working.figures();
            }
        };
    }

    /** Submits where so many wait already; those of the warm-up go to another function. Nobody runs them. */
    static Measure submitQueued(Peer filler, int queued, Load load) {
        return (peer, server, function) -> {
            fill(filler, server, function, queued);
            var words = load.words("submit-bg", "--mode", "pipe", "--warmup-function", function + "-warmup");
            return run(peer, server, function, load, words);
        };
    }

    private static void fill(Peer filler, JobServer server, String function, int jobs)
            throws IOException, InterruptedException {
        var words = List.of("submit-bg", "--mode", "pipe", "--jobs", Integer.toString(jobs));
        try (var filling = Run.start(filler, server, function, words)) {
            filling.figures();
        }
    }

    private static Map<String, Double> run(Peer peer, JobServer server, String function, Load load, List<String> words)
            throws IOException, InterruptedException {
        double before = server.usage().cpuMicros();
        try (var run = Run.start(peer, server, function, words)) {
            var figures = run.figures();
            figures.put(SERVER_CPU, (server.usage().cpuMicros() - before) / load.all());
            return figures;
        }
    }
}
