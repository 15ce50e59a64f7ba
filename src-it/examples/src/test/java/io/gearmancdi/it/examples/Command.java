package io.gearmancdi.it.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The first command of the README of an example, run in the root of the repository, on ports of its own. */
final class Command implements AutoCloseable {

    /** Where a JDK 25 is. */
    static final Optional<String> JDK25 =
            Optional.ofNullable(System.getProperty("jdk25.home")).filter(home -> Files.isDirectory(Path.of(home)));

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern LISTING = Pattern.compile("\\[source,shell]\\n----\\n(.*)\\n----\\n");

    private final int port = freePort();
    private final int jobServer = freePort();
    private final Path log;
    private final Process process;
    private volatile List<ProcessHandle> asked = List.of();
    private final Thread atTheEnd = new Thread(this::kill);

    Command(String example) throws IOException {
        log = Path.of("target", example + ".log");
        var builder = new ProcessBuilder("bash", "-c", of(example))
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("GEARMAN_SERVERS", "127.0.0.1:" + jobServer);
        JDK25.ifPresent(home -> environment.put("JDK25_HOME", home));
        // Each runtime has a name of its own for its port
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-XX:TieredStopAtLevel=1 -Dpayaramicro.port=" + port + " -Djboss.http.port=" + port
                        + " -Djboss.https.port=" + freePort() + " -Djboss.management.http.port=" + freePort());
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    private static String of(String example) throws IOException {
        var readme = Files.readString(ROOT.resolve("examples").resolve(example).resolve("README.adoc"));
        var listing = LISTING.matcher(readme);
        if (!listing.find()) {
            throw new IllegalStateException("The README of " + example + " has no command of one line");
        }
        return listing.group(1);
    }

    int port() {
        return port;
    }

    int jobServer() {
        return jobServer;
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@return the exit code of a command that ends by itself} */
    int exitCode(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end: " + output());
        }
        return process.exitValue();
    }

    /** Asks all that it has started to end, and itself, as the terminal does. */
    void end() {
        asked = processes();
        asked.forEach(ProcessHandle::destroy);
    }

    /** {@return whether all that was asked to end has done so} */
    boolean hasEnded() {
        return asked.stream().noneMatch(ProcessHandle::isAlive);
    }

    private List<ProcessHandle> processes() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    /** {@return whether nobody listens on its ports} */
    boolean hasLeftItsPorts() {
        return Stream.of(port, jobServer).noneMatch(Command::listens);
    }

    private void kill() {
        // What has lost its parent is no descendant any more
        Stream.concat(asked.stream(), processes().stream()).forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
