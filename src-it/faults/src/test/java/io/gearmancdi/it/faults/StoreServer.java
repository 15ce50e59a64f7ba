package io.gearmancdi.it.faults;

import io.gearmancdi.it.TestJobServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A server of a database, on a free port of the loopback, as an unprivileged user, with a directory of its own. */
final class StoreServer implements AutoCloseable {

    static final Duration START = Duration.ofSeconds(60);

    private final String user;
    private final Path directory;
    private final int port = TestJobServer.freePort();
    private final List<Process> processes = new ArrayList<>();

    /** Nothing runs yet; where this process is root's, programs run as another user, who gets the directory. */
    StoreServer(String user) throws IOException {
        this.user = user;
        this.directory = Files.createTempDirectory(user);
        if (isRoot()) {
            var owner =
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
            Files.setOwner(directory, owner);
        }
    }

    int port() {
        return port;
    }

    Path directory() {
        return directory;
    }

    /** Runs a program to its end. */
    void run(List<String> command) throws IOException, InterruptedException {
        var process = begin(command);
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + ": " + Files.readString(log()));
        }
    }

    /** Starts the server and returns when it listens. */
    void start(List<String> command) throws IOException {
        var process = begin(command);
        Awaitility.await(command.get(0))
                .atMost(START)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IOException(command + ": " + Files.readString(log()));
                    }
                    return listens();
                });
    }

    private Process begin(List<String> command) throws IOException {
        var whole = new ArrayList<String>();
        if (isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--"));
        }
        whole.addAll(command);
        var process = new ProcessBuilder(whole)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        process.getOutputStream().close();
        processes.add(process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private Path log() {
        return directory.resolve("log");
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var process : processes) {
            process.destroyForcibly();
            process.waitFor(START.toSeconds(), TimeUnit.SECONDS);
        }
        // Children may still be on their way out
        Awaitility.await()
                .atMost(START)
                .ignoreException(UncheckedIOException.class)
                .until(this::delete);
    }

    private boolean delete() throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }
}
