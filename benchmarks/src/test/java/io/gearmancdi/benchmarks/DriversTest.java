package io.gearmancdi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.benchmarks.compare.Compare;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(60)
class DriversTest {

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private EmbeddedJobServer server;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedJobServer.builder().port(0).start();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(before);
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "pipe"})
    void submits_background_jobs(String mode) {
        assertThat(run("submit-bg", "--jobs", "20", "--warmup", "5", "--mode", mode, "--unique", "seq"))
                .isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("{\"peer\":\"gearman-cdi\",\"op\":\"submit-bg\",\"jobs\":20,")
                .contains("\"rate\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "tasks"})
    void callers_and_a_worker_echo(String mode) {
        var worker = CompletableFuture.supplyAsync(
                () -> run("worker", "--jobs", "40", "--warmup", "10", "--concurrency", "2"));

        assertThat(run("echo", "--jobs", "40", "--warmup", "10", "--callers", "4", "--mode", mode))
                .isZero();
        assertThat(worker.join()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "\"op\":\"echo\",\"jobs\":40,",
                        "\"p50_us\":",
                        "\"compilation_ms\":",
                        "\"op\":\"worker\",\"jobs\":40,");
    }

    @Test
    void an_injected_client_submits() {
        assertThat(run("submit-bg", "--jobs", "20", "--warmup", "5", "--api", "cdi"))
                .isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"op\":\"submit-bg\",\"jobs\":20,");
    }

    @Test
    void an_injected_client_calls_by_the_name_of_the_job() {
        var worker = CompletableFuture.supplyAsync(
                () -> run("worker", "--jobs", "40", "--warmup", "10", "--concurrency", "2"));

        assertThat(run(
                        "echo",
                        "--jobs",
                        "40",
                        "--warmup",
                        "10",
                        "--callers",
                        "4",
                        "--api",
                        "cdi",
                        "--callbacks",
                        "off"))
                .isZero();
        assertThat(worker.join()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"op\":\"echo\",\"jobs\":40,");
    }

    @Test
    void a_discovered_bean_answers() {
        var worker = CompletableFuture.supplyAsync(
                () -> run("worker", "--jobs", "40", "--warmup", "10", "--concurrency", "2", "--api", "cdi"));

        assertThat(run("echo", "--jobs", "40", "--warmup", "10", "--callers", "4"))
                .isZero();
        assertThat(worker.join()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"op\":\"worker\",\"jobs\":40,");
    }

    @Test
    void holds_foreground_jobs() {
        assertThat(run("hold", "--jobs", "50")).isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("\"op\":\"hold\"", "\"outstanding\":50,", "\"heap_bytes_per_task\":");
    }

    @Test
    void warms_up_elsewhere() throws Exception {
        assertThat(run("submit-bg", "--jobs", "20", "--warmup", "5", "--warmup-function", "other"))
                .isZero();

        assertThat(status()).contains("echo\t20\t", "other\t5\t");
    }

    @Test
    void the_smallest_worker_answers() {
        var port = Integer.toString(server.port());
        var worker = new Thread(() -> {
            try {
                IdleWorker.main(new String[] {"worker", "--jobs", "0", "--port", port, "--function", "echo"});
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        worker.start();
        try {
            assertThat(run("echo", "--jobs", "20", "--callers", "2")).isZero();
        } finally {
            worker.interrupt();
        }
    }

    @Test
    void a_row_that_does_not_exist_is_refused() {
        var told = new StringWriter();
        var compare = new CommandLine(new Compare()).setErr(new PrintWriter(told));

        assertThat(compare.execute("--peers", "p", "--php", "p.php", "--only", "drain-64-slots,dream"))
                .isEqualTo(compare.getCommandSpec().exitCodeOnInvalidInput());
        assertThat(told.toString())
                .contains("No row has dream in its key: ", "echo-1-caller-p50, ", "own-cpu-per-submission");
    }

    private String status() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("status\r\n".getBytes(StandardCharsets.UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return answer.lines().takeWhile(line -> !line.equals(".")).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void refuses_unknown_options() {
        assertThat(run("hold", "--jobs", "1", "--speed", "9")).isEqualTo(64);
    }

    private int run(String command, String... options) {
        var common = Stream.of(command, "--port", Integer.toString(server.port()), "--function", "echo");
        return Main.run(Stream.concat(common, Stream.of(options)).toArray(String[]::new));
    }
}
