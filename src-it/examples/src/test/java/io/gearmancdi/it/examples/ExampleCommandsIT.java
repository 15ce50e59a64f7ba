package io.gearmancdi.it.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the READMEs of the examples tell to run, runs. The command of the quickstart is that of the project. */
@Timeout(600)
class ExampleCommandsIT {

    /** A build, and the start of a server. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final Duration END = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    quarkus      | /api/questions | application/json | {"upTo":100}                  | waiting
                    wildfly      | /api/questions | application/json | {"upTo":100}                  | waiting
                    payara       | /api/reminders | application/json | {"text":"Tea","inSeconds":60} | waiting
                    open-liberty | /api/words     | text/plain       | one two                       | "words":2
                    """)
    void an_application_starts_and_answers_and_ends(
            String example, String path, String type, String body, String answer) throws Exception {
        run(example, path, type, body, answer);
    }

    @Test
    void helidon_starts_and_answers_and_ends() throws Exception {
        assumeTrue(Command.JDK25.isPresent(), "NOT RUN: -Djdk25.home=FOLDER names no JDK 25");
        run("helidon", "/links", "application/json", "[\"no link\"]", "This is no link");
    }

    private static void run(String example, String path, String type, String body, String answer) throws Exception {
        try (var command = new Command(example)) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + command.port() + path))
                    .header("Content-Type", type)
                    .timeout(LOOK)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            await(command, () -> answer(request).contains(answer));
            end(command);
        }
    }

    private static String answer(HttpRequest request) throws InterruptedException {
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void a_worker_process_starts_and_offers_its_function() throws Exception {
        try (var command = new Command("weld-se")) {
            await(command, () -> status(command.jobServer()).contains("checksums~sha256\t0\t0\t1"));
            end(command);
        }
    }

    @Test
    void php_and_java_call_each_other() throws Exception {
        assumeTrue(isRequired() || hasPhp(), "NOT RUN: there is no PHP with its extension gearman");
        try (var command = new Command("php-interop")) {
            assertThat(command.exitCode(PATIENCE.toSeconds()))
                    .as(command.output())
                    .isZero();
            assertThat(command.output())
                    .contains("Java asked PHP: Dear Ada, please pay 42.00")
                    .contains("PHP asked Java: Ada pays 4200 cents");
            assertThat(command.hasLeftItsPorts()).isTrue();
        }
    }

    /** Nothing stays, neither process nor port. */
    private static void end(Command command) {
        assertThat(command.hasLeftItsPorts()).isFalse();
        command.end();
        Awaitility.await("it ends when it is asked to").atMost(END).until(command::hasEnded);
        assertThat(command.hasLeftItsPorts()).isTrue();
    }

    private static boolean isRequired() {
        return "required".equals(System.getProperty("gearmand"));
    }

    private static boolean hasPhp() throws InterruptedException {
        try {
            var php = new ProcessBuilder("php", "-r", "exit(extension_loaded('gearman') ? 0 : 1);").start();
            return php.waitFor(60, TimeUnit.SECONDS) && php.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String status(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) LOOK.toMillis());
            socket.getOutputStream().write("status\n".getBytes(StandardCharsets.US_ASCII));
            var status = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                status.append((char) next);
                if (status.toString().endsWith(".\n")) {
                    break;
                }
            }
            return status.toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static void await(Command command, Callable<Boolean> ready) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .failFast(() -> assertThat(command.isAlive())
                        .as(() -> "It has ended: " + command.output())
                        .isTrue())
                .until(ready);
    }
}
