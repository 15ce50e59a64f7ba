package io.gearmancdi.examples.liberty;

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

/** Open Liberty with the example, on ports of its own. */
final class Liberty implements AutoCloseable {

    private static final Path LOG = Path.of("target", "liberty.log");
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = freePort();
    private final Process process;

    Liberty() throws IOException {
        var home = Path.of(System.getProperty("liberty.home"));
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "@" + home.resolve("lib/platform/java/java9.options"),
                        "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                        "-jar",
                        home.resolve("bin/tools/ws-server.jar").toString(),
                        "words")
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        builder.environment().put("WLP_USER_DIR", System.getProperty("liberty.usr"));
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        builder.environment().put("GEARMAN_SERVERS", "127.0.0.1:" + freePort());
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(200)).until(this::answers);
    }

    /** Whether the application is there, and not the server alone. */
    private boolean answers() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Open Liberty has ended: " + Files.readString(LOG));
        }
        try {
            var request = HttpRequest.newBuilder(address().resolve("api/words")).timeout(LOOK);
            // It wants a text
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 405;
        } catch (IOException e) {
            // Nobody listens yet, or it is not ready to answer
            return false;
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
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
