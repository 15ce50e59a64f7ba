package io.gearmancdi.benchmarks.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** One figure-giving run of one peer on a fresh function. */
@FunctionalInterface
interface Measure {

    /** What the CPU of the job server cost per job, beside the figures of the peer itself. */
    String SERVER_CPU = "server_cpu_us_per_job";

    Map<String, Double> run(Peer peer, JobServer server, String function)
            throws IOException, InterruptedException, TimeoutException;

    /** Submits background jobs: sync, or pipe. Nobody runs them. */
    static Measure submit(String mode, String unique, int jobs) {
        return (peer, server, function) ->
                run(peer, server, function, jobs, words("submit-bg", jobs, "--mode", mode, "--unique", unique));
    }

    /** Runs jobs that wait already. */
    static Measure drain(Peer filler, int concurrency, int jobs, String... others) {
        return (peer, server, function) -> {
            int all = jobs + warmup(jobs);
            var fill = List.of("submit-bg", "--mode", "pipe", "--jobs", Integer.toString(all));
            try (var filling = Run.start(filler, server, function, fill)) {
                filling.figures();
            }
            var words = words("worker", jobs, "--concurrency", Integer.toString(concurrency));
            words.addAll(List.of(others));
            return run(peer, server, function, jobs, words);
        };
    }

    /** Calls a worker of the same peer. */
    static Measure echo(String mode, int callers, int concurrency, int payload, int jobs) {
        return (peer, server, function) -> {
            var worker = List.of("worker", "--jobs", "0", "--concurrency", Integer.toString(concurrency));
            try (var working = Run.start(peer, server, function, worker)) {
                server.awaitWorkers(function, 1);
                return run(
                        peer,
                        server,
                        function,
                        jobs,
                        words(
                                "echo",
                                jobs,
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
    static Measure idle() {
        return (peer, server, function) -> {
            var worker = List.of("worker", "--jobs", "0");
            try (var working = Run.start(peer, server, function, worker)) {
                server.awaitWorkers(function, 1);
                return Map.of("rss_mb", working.usage().residentKiB() / 1024.0);
            }
        };
    }

    private static Map<String, Double> run(Peer peer, JobServer server, String function, int jobs, List<String> words)
            throws IOException, InterruptedException {
        double before = server.usage().cpuMicros();
        try (var run = Run.start(peer, server, function, words)) {
            var figures = run.figures();
            figures.put(SERVER_CPU, (server.usage().cpuMicros() - before) / (jobs + warmup(jobs)));
            return figures;
        }
    }

    private static List<String> words(String operation, int jobs, String... others) {
        var words = new ArrayList<>(
                List.of(operation, "--jobs", Integer.toString(jobs), "--warmup", Integer.toString(warmup(jobs))));
        words.addAll(List.of(others));
        return words;
    }

    /** A virtual machine needs some jobs before it is itself; who has none does as many. */
    private static int warmup(int jobs) {
        return jobs;
    }
}
