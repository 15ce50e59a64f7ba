package io.gearmancdi.it.faults;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.it.Programs;
import io.gearmancdi.it.TestJobServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** A gearmand whose queue outlives it, that can be killed, stopped and started again. Used by one thread. */
final class Gearmand implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);

    private final String program = Programs.find("gearmand").toString();
    private final ServerAddress address = new ServerAddress("127.0.0.1", TestJobServer.freePort());
    private final Path directory;
    private final List<String> queue;
    private Process process;

    Gearmand() throws IOException {
        this(directory -> List.of("-q", "libsqlite3", "--libsqlite3-db=" + directory.resolve("queue.db")));
    }

    /** With a queue of which the options say where it is; the directory is there for it, and goes with the server. */
    Gearmand(Function<Path, List<String>> queue) throws IOException {
        directory = Files.createTempDirectory("gearmand");
        this.queue = queue.apply(directory);
        process = launch();
    }

    ServerAddress address() {
        return address;
    }

    /** Kills it as {@code kill -9} does, and waits for its end. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("gearmand does not end");
        }
    }

    void restart() throws IOException {
        process = launch();
    }

    /** Sends a signal, such as STOP or CONT. */
    void signal(String name) throws IOException, InterruptedException {
        Signals.send(process, name);
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(program, "--listen", address.host(), "-p", "" + address.port()));
        command.addAll(List.of("-l", directory.resolve("log").toString()));
        command.addAll(queue);
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        Awaitility.await("gearmand at " + address)
                .atMost(START)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    if (!started.isAlive()) {
                        throw new IllegalStateException("gearmand has ended: " + log());
                    }
                    return listens();
                });
        return started;
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    private boolean listens() {
        try (var socket = new Socket(address.host(), address.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Awaitility.await().atMost(START).until(() -> !process.isAlive());
        try (var files = Files.list(directory)) {
            files.forEach(Gearmand::delete);
        }
        Files.delete(directory);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
