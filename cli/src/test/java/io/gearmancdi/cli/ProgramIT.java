package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar, as a process. */
@Timeout(120)
class ProgramIT {

    private static final String WORKER = "io.gearmancdi.cli.Echo";

    @TempDir
    Path files;

    private EmbeddedJobServer server;
    private Gearman gearman;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedJobServer.builder().port(0).start();
        gearman = Gearman.builder()
                .servers(List.of(new ServerAddress(server.host(), server.port())))
                .build();
    }

    @AfterEach
    void end() throws Exception {
        gearman.close();
        server.close();
    }

    private Process launch(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dgearman.servers=127.0.0.1:" + server.port());
        command.add("-jar");
        command.add(System.getProperty("exec.jar"));
        command.addAll(List.of(arguments));
        command.add("--class-path=" + System.getProperty("test.classes"));
        return new ProcessBuilder(command)
                .redirectOutput(files.resolve("out").toFile())
                .redirectError(files.resolve("err").toFile())
                .start();
    }

    private int run(String... arguments) throws Exception {
        return code(launch(arguments));
    }

    private static int code(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void lists_the_workers_of_the_class_path() throws Exception {
        assertThat(run("worker:list")).isZero();
        assertThat(files.resolve("out")).content().contains("callablename: " + WORKER + "~say");
        assertThat(files.resolve("err")).isEmptyFile();
    }

    @Test
    void describes_with_a_line_that_starts_this_very_jar() throws Exception {
        assertThat(run("worker:describe", WORKER)).isZero();
        assertThat(files.resolve("out"))
                .content()
                .contains("-jar " + System.getProperty("exec.jar") + " --class-path "
                        + System.getProperty("test.classes") + " worker:execute " + WORKER + " --no-interaction");
    }

    @Test
    void executes_as_many_jobs_as_it_is_told_to() throws Exception {
        var call = gearman.client().foreign().doJobAsync(WORKER + "~say", "hello");

        assertThat(run("worker:execute", WORKER, "--iterations=1")).isZero();
        assertThat(call.toCompletableFuture().get(10, TimeUnit.SECONDS).text()).isEqualTo("hello");
    }

    @Test
    void a_signal_drains_it() throws Exception {
        var process = launch("job:execute", WORKER + "~slow");
        CompletableFuture<?> begun = new CompletableFuture<>();
        try (var listening = Gearman.builder()
                .servers(List.of(new ServerAddress(server.host(), server.port())))
                .taskListener(new DataListener(begun))
                .build()) {
            var call = listening.client().foreign().doJobAsync(WORKER + "~slow", "x".repeat(1000));
            begun.get(60, TimeUnit.SECONDS);

            process.destroy();

            assertThat(code(process)).isZero();
            assertThat(call.toCompletableFuture().get(10, TimeUnit.SECONDS).text())
                    .endsWith("done");
        }
    }

    @Test
    void an_unknown_worker_is_not_found() throws Exception {
        assertThat(run("worker:execute", "nobody")).isEqualTo(3);
    }

    @Test
    void a_silent_server_is_told() throws Exception {
        server.close();

        assertThat(run("worker:execute", WORKER)).isEqualTo(4);
    }
}
