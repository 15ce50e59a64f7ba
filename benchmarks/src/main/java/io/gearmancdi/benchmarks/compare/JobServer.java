package io.gearmancdi.benchmarks.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A job server of one comparison, started and stopped with it. */
final class JobServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final int port;

    private JobServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** gearmand with these options. */
    static JobServer gearmand(List<String> options) throws IOException, InterruptedException, TimeoutException {
        int port = freePort();
        var command = new ArrayList<>(
                List.of("gearmand", "--listen", "127.0.0.1", "--port", Integer.toString(port), "--log-file", "none"));
        command.addAll(options);
        var server = new JobServer(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                port);
        server.await("", line -> true);
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    ProcessUsage usage() {
        return ProcessUsage.of(process.pid());
    }

    /** Waits until as many workers offer a function. */
    void awaitWorkers(String function, int count) throws InterruptedException, TimeoutException {
        await(function + "\t", line -> Integer.parseInt(line.substring(line.lastIndexOf('\t') + 1)) >= count);
    }

    /** How many jobs of a function wait or run. */
    int queued(String function) {
        var jobs = new AtomicInteger();
        status(function + "\t", line -> {
            jobs.set(Integer.parseInt(line.split("\t", -1)[1]));
            return true;
        });
        return jobs.get();
    }

    private void await(String prefix, Predicate<String> wanted) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (status(prefix, wanted)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new TimeoutException("The job server on port " + port + " is not as it should be: " + prefix);
    }

    private boolean status(String prefix, Predicate<String> wanted) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write("status\r\n".getBytes(StandardCharsets.UTF_8));
            return answer.lines()
                    .takeWhile(line -> prefix.isEmpty() || !line.equals("."))
                    .limit(prefix.isEmpty() ? 1 : Long.MAX_VALUE)
                    .anyMatch(line -> line.startsWith(prefix) && wanted.test(line));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
