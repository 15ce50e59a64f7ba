package io.gearmancdi.examples.helidon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged application, on ports of its own. */
final class Packaged implements AutoCloseable {

    private static final Path LOG = Path.of("target", "application.log");
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = freePort();
    private final Process process;

    Packaged() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("jdk25.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dserver.port=" + port,
                        "-Dgearman.servers=127.0.0.1:" + freePort(),
                        "-jar",
                        System.getProperty("application.jar"))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(200)).until(this::answers);
    }

    private boolean answers() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The application has ended: " + log());
        }
        try {
            var request = HttpRequest.newBuilder(address().resolve("links")).timeout(LOOK);
            // It wants a list
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 405;
        } catch (IOException e) {
            // Nobody listens yet, or it is not ready to answer
            return false;
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    String log() throws IOException {
        return Files.readString(LOG);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
