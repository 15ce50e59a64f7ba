package io.gearmancdi.it.conformance;

import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.Programs;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A server of either kind, with options. */
final class ServerUnderTest implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final String PROGRAM = System.getProperty("exec.jar", "");

    private final int port;
    private final AutoCloseable running;

    private ServerUnderTest(int port, AutoCloseable running) {
        this.port = port;
        this.running = running;
    }

    static ServerUnderTest start(JobServerKind kind, List<String> options) {
        try {
            if (kind == JobServerKind.GEARMAND) {
                return gearmand(options);
            }
            return isProgram() ? program(options) : embedded(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is the executable jar that stands for the embedded server. */
    static boolean isProgram() {
        return !PROGRAM.isEmpty();
    }

    private static ServerUnderTest embedded(List<String> options) throws IOException {
        var builder = EmbeddedJobServer.builder().port(0);
        for (var option : options) {
            switch (option) {
                case "--round-robin" -> builder.roundRobin(true);
                case "--exceptions" -> builder.exceptions(true);
                case "--job-retries=2" -> builder.jobTries(2);
                case "--worker-wakeup=1" -> builder.wakeUps(1);
                case "--job-handle-prefix=H:mine" -> builder.handlePrefix("H:mine");
                default -> throw new IllegalArgumentException(option);
            }
        }
        var server = builder.start();
        return new ServerUnderTest(server.port(), server);
    }

    private static ServerUnderTest gearmand(List<String> options) throws IOException {
        return process(List.of(Programs.find("gearmand").toString(), "--log-file=none"), options);
    }

    /** The embedded server as it runs alone. */
    private static ServerUnderTest program(List<String> options) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return process(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", PROGRAM), options);
    }

    private static ServerUnderTest process(List<String> program, List<String> options) throws IOException {
        int port = TestJobServer.freePort();
        var command = new ArrayList<>(program);
        command.add("--listen=127.0.0.1");
        command.add("--port=" + port);
        command.addAll(options);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
        Awaitility.await(command.get(0))
                .atMost(START)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> listens(port, process));
        return new ServerUnderTest(port, () -> {
            process.destroyForcibly();
            process.waitFor(START.toSeconds(), TimeUnit.SECONDS);
            Runtime.getRuntime().removeShutdownHook(reaper);
        });
    }

    private static boolean listens(int port, Process process) {
        if (!process.isAlive()) {
            throw new IllegalStateException("The server has ended with " + process.exitValue());
        }
        try (var socket = new Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
