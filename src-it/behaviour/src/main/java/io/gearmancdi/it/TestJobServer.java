package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A job server on a port of its own, for one test. Used by one thread. */
public final class TestJobServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(10);

    private final JobServerKind kind;
    private final List<ServerProcess> programs = new ArrayList<>();
    private ServerAddress address;
    private @Nullable AutoCloseable running;

    private TestJobServer(JobServerKind kind) {
        this.kind = kind;
        this.address = new ServerAddress("127.0.0.1", freePort());
        restart();
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @param kind which one
     * @return the running server
     */
    public static TestJobServer start(JobServerKind kind) {
        return new TestJobServer(kind);
    }

    /**
     * Starts the server that the system property {@code it.server} names: {@code embedded}, or {@code gearmand}.
     *
     * @return the running server
     */
    public static TestJobServer start() {
        return start(JobServerKind.valueOf(
                System.getProperty("it.server", "embedded").toUpperCase(Locale.ROOT)));
    }

    /** {@return where it listens, also after a restart} */
    public ServerAddress address() {
        return address;
    }

    /** Starts it again after {@link #stop}, on the same port. */
    public void restart() {
        running = kind == JobServerKind.EMBEDDED ? embedded() : gearmand();
    }

    /** Stops it at once, as a crash would; jobs are forgotten. */
    public void stop() {
        var current = running;
        running = null;
        if (current != null) {
            try {
                current.close();
            } catch (Exception e) {
                throw new IllegalStateException("The job server cannot be stopped", e);
            }
        }
    }

    private EmbeddedJobServer embedded() {
        try {
            return EmbeddedJobServer.builder()
                    .host(address.host())
                    .port(address.port())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerProcess gearmand() {
        var program = Programs.find("gearmand").toString();
        try {
            var log = Files.createTempFile("gearmand", ".log");
            var command = Stream.of(
                    program,
                    "--listen",
                    address.host(),
                    "-p",
                    Integer.toString(address.port()),
                    "-t",
                    "4",
                    "-l",
                    log.toString());
            var started = new ServerProcess(command.toList());
            started.logs(log);
            Awaitility.await("gearmand at " + address)
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        if (!started.isAlive()) {
                            throw new IllegalStateException("gearmand has ended: " + Files.readString(log));
                        }
                        return answers();
                    });
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            return ask("version").startsWith("OK");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Asks the server in text.
     *
     * @param command a command whose answer has one line
     * @return the line
     * @throws IOException if it does not answer
     */
    public String ask(String command) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout((int) START.toMillis());
            socket.connect(new InetSocketAddress(address.host(), address.port()), (int) START.toMillis());
            socket.getOutputStream().write((command + "\n").getBytes(UTF_8));
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            if (line == null) {
                throw new IOException("The server closed the connection");
            }
            return line;
        }
    }

    /**
     * Asks the server in text.
     *
     * @param command a command whose answer is a table
     * @return its lines
     * @throws IOException if it does not answer
     */
    public List<String> table(String command) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout((int) START.toMillis());
            socket.connect(new InetSocketAddress(address.host(), address.port()), (int) START.toMillis());
            socket.getOutputStream().write((command + "\n").getBytes(UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))
                    .lines()
                    .takeWhile(line -> !line.equals("."))
                    .toList();
        }
    }

    /**
     * The program {@code gearman} as a client: its input is empty.
     *
     * @param arguments what follows the address
     * @return the running program
     */
    public ServerProcess gearman(String... arguments) {
        var command = Stream.concat(
                Stream.of(
                        Programs.find("gearman").toString(),
                        "-h",
                        address.host(),
                        "-p",
                        Integer.toString(address.port())),
                Stream.of(arguments));
        try {
            var process = new ServerProcess(command.toList());
            programs.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server and the programs that were started for it. */
    @Override
    public void close() {
        programs.forEach(ServerProcess::close);
        stop();
    }

    /** {@return a port on which nothing listens} */
    public static int freePort() {
        return FreePorts.next();
    }
}
