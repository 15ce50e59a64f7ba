package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The executable jar, as a process. */
class ProgramIT extends ExecutableJar {

    private EmbeddedJobServer server;
    private Gearman gearman;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedJobServer.builder().port(0).start();
        gearman = Gearman.builder()
                .servers(List.of(new ServerAddress(server.host(), server.port())))
                .build();
        option("-Dgearman.servers=127.0.0.1:" + server.port());
    }

    @AfterEach
    void end() throws Exception {
        gearman.close();
        server.close();
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

    @Test
    void says_its_version() throws Exception {
        assertThat(run("--version")).isZero();
        assertThat(out()).startsWith("gearman-cdi ").contains(".").doesNotContain("not packaged");
    }

    @Test
    void a_configuration_that_cannot_be_read_is_told_with_all_that_is_wrong() throws Exception {
        option("-Dgearman.defaults.iterations=many");
        option("-Dgearman.heartbeat=often");

        assertThat(run("worker:list")).isEqualTo(7);
        assertThat(err()).contains("GCDI-006", "gearman.defaults.iterations", "gearman.heartbeat");
    }

    @Test
    void an_application_that_breaks_is_unexpected_and_shows_where() throws Exception {
        option("-Dtest.boot.breaks=true");

        assertThat(run("worker:list")).isEqualTo(1);
        assertThat(err()).contains("The application breaks", "BootMarker");
    }

    @Test
    void what_workers_write_is_data() throws Exception {
        var call = gearman.client().foreign().doJobAsync("io.gearmancdi.cli.Teller~tell", "hello");

        assertThat(run("worker:execute", "io.gearmancdi.cli.Teller", "--iterations=1"))
                .isZero();
        assertThat(call.toCompletableFuture().get(10, TimeUnit.SECONDS).isSuccess())
                .isTrue();
        assertThat(out().lines()).containsExactly("told hello");
        assertThat(err()).contains("loading...");
    }
}
