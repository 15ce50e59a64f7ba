package io.gearmancdi.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A peer at work on a server. Its last line of output is an object of JSON with flat figures. */
final class Run implements AutoCloseable {

    private static final Pattern FIGURE = Pattern.compile("\"(\\w+)\":(-?[0-9.]+)");
    private static final long PATIENCE = 10;

    private final String what;
    private final Process process;

    private Run(String what, Process process) {
        this.what = what;
        this.process = process;
    }

    static Run start(Peer peer, JobServer server, String function, List<String> words) throws IOException {
        var command = new ArrayList<>(peer.command());
        command.add(words.get(0));
        command.addAll(List.of("--port", Integer.toString(server.port()), "--function", function));
        command.addAll(words.subList(1, words.size()));
        command.addAll(peer.options());
        return new Run(
                peer.name() + " " + String.join(" ", words),
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    ProcessUsage usage() {
        return ProcessUsage.of(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets a worker that has no end of its own end. */
    Map<String, Double> stop() throws IOException, InterruptedException {
        process.destroy();
        return figures();
    }

    /** Waits for the end. */
    Map<String, Double> figures() throws IOException, InterruptedException {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE, TimeUnit.MINUTES)) {
            throw new IOException(what + " has not ended");
        }
        var last = output.lines().filter(line -> line.startsWith("{")).reduce("", (one, other) -> other);
        if (last.isEmpty()) {
            throw new IOException(what + " ended with " + process.exitValue() + " and told nothing");
        }
        return FIGURE.matcher(last)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> Double.valueOf(found.group(2))));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
