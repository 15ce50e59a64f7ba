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
            var fill = List.of("submit-bg", "--mode", "pipe", "--jobs", Integer.toString(load.all()));
            try (var filling = Run.start(filler, server, function, fill)) {
                filling.figures();
            }
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

    /** What a worker that has nothing to do keeps in memory. */
    static Measure idle(Duration patience) {
        return (peer, server, function) -> {
            var worker = List.of("worker", "--jobs", "0");
            try (var working = Run.start(peer, server, function, worker)) {
                server.awaitWorkers(function, 1);
                TimeUnit.NANOSECONDS.sleep(patience.toNanos());
                return Map.of("rss_mb", working.usage().residentKiB() / 1024.0);
            }
        };
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
