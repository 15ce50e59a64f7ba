package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanJob;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.LimitOverrides;
import io.gearmancdi.server.EmbeddedJobServer;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console in a container. */
@Timeout(60)
class ConsoleTest {

    private static final String WORKER = "io.gearmancdi.cli.Echo";
    private static final String JOB = WORKER + "~say";

    private final EmbeddedJobServer server = start();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SeContainer container;

    private static EmbeddedJobServer start() {
        try {
            return EmbeddedJobServer.builder().port(0).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void boot() {
        System.setProperty("gearman.servers", "127.0.0.1:" + server.port());
        System.setProperty("gearman.autostart", "false");
        container = SeContainerInitializer.newInstance().initialize();
    }

    @AfterEach
    void end() {
        container.close();
        server.close();
        System.clearProperty("gearman.servers");
        System.clearProperty("gearman.autostart");
    }

    private int run(String... arguments) {
        return container.select(GearmanConsole.class).get().run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void lists_the_commands_where_none_is_given() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("worker:list", "worker:describe", "worker:execute", "job:describe", "job:execute")
                .contains("cache:clear", "cache:warmup", "generate-completion")
                .contains("Execute one single job");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker:list", "gearman:worker:list"})
    void lists_workers_and_their_jobs(String command) {
        assertThat(run(command)).isZero();
        assertThat(out.toString().lines())
                .contains("@Worker: " + EchoWorker.class.getName(), "callablename: " + WORKER, "Jobs:", "  - #2")
                .contains("    name: say", "    callablename: " + JOB);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache:clear",
                "cache:warmup",
                "gearman:cache:clear",
                "gearman:cache:warmup",
                "cache:gearman:clear",
                "cache:gearman:warmup"
            })
    void keeps_nothing_beside_a_running_application(String command) {
        assertThat(run(command)).isZero();
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void shows_at_once_what_was_registered_in_code() {
        try (var registration =
                container.select(GearmanWorkers.class).get().register("reverse", GearmanJob::text, all -> all)) {
            assertThat(run("worker:describe", "reverse")).isZero();
        }
        assertThat(out.toString().lines()).contains("@Worker\\className : ", "@Worker\\fileName : ");
    }

    @Test
    void leaves_what_may_be_secret_out_of_the_lines_and_says_so() {
        System.setProperty("gearman.tls.key-password", "hidden");
        System.setProperty("other.setting", "unneeded");
        try {
            assertThat(run("worker:describe", WORKER)).isZero();
        } finally {
            System.clearProperty("gearman.tls.key-password");
            System.clearProperty("other.setting");
        }
        assertThat(out.toString())
                .contains("-Dgearman.servers=127.0.0.1:" + server.port())
                .doesNotContain("hidden", "unneeded", "gearman.autostart");
        assertThat(err.toString()).contains("gearman.tls.key-password").doesNotContain("hidden");
    }

    @Test
    void lists_as_json() {
        assertThat(run("worker:list", "--json")).isZero();
        assertThat(out.toString())
                .contains("{\"className\":\"" + EchoWorker.class.getName() + "\"")
                .contains("\"callableName\":\"" + JOB + "\"");
    }

    @Test
    void describes_a_worker_with_what_overrides_its_settings() {
        assertThat(run("worker:describe", WORKER, "--iterations=5", "--minimum-execution-time=2", "--timeout=20"))
                .isZero();
        assertThat(out.toString().lines())
                .contains("@worker\\iterations : 5", "@worker\\minimumExecutionTime : 2", "@worker\\timeout : 20")
                .contains("@Worker\\#jobs : 2", "    #0 - 127.0.0.1:" + server.port(), "    Says things again")
                .anyMatch(line -> line.startsWith("@Worker\\systemd : /"))
                .anyMatch(line -> line.startsWith("@Worker\\supervisord : ")
                        && line.endsWith("worker:execute " + WORKER
                                + " --no-interaction --iterations=5 --minimum-execution-time=2 --timeout=20"));
    }

    @Test
    void describes_a_job_after_its_worker() {
        assertThat(run("job:describe", JOB)).isZero();
        assertThat(out.toString().lines())
                .containsSubsequence(
                        "@worker\\iterations : 3",
                        "@job\\methodName : say",
                        "@job\\callableName : " + JOB,
                        "@job\\iterations : 10",
                        "@job\\defaultMethod : doNormal",
                        "    Says it");
    }

    @Test
    void executes_a_worker_until_its_limit() {
        var call = container.select(GearmanClient.class).get().doJobAsync(JOB, "hello");

        assertThat(run("worker:execute", WORKER, "--iterations=1", "-n")).isZero();
        assertThat(call.toCompletableFuture().join().text()).isEqualTo("hello");
        assertThat(err.toString()).contains("loading...", "Says things again", "loaded. Ctrl+C to break");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void who_starts_it_again_may_be_told_that_a_limit_was_reached() {
        var call = container.select(GearmanClient.class).get().doJobAsync(JOB, "hello");

        assertThat(run("worker:execute", WORKER, "--iterations=1", "--exit-code-on-limit=75", "-n"))
                .isEqualTo(75);
        assertThat(call.toCompletableFuture().join().text()).isEqualTo("hello");
        assertThat(run("job:execute", JOB, "--exit-code-on-limit=256")).isEqualTo(2);
        assertThat(err.toString()).contains("--exit-code-on-limit is 256, not 0 to 255");
    }

    @Test
    void executes_a_job_alone() {
        var call = container.select(GearmanClient.class).get().doJobAsync(JOB, "hello");

        assertThat(run("job:execute", JOB, "--iterations=1", "-q")).isZero();
        assertThat(call.toCompletableFuture().join().text()).isEqualTo("hello");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teller", "Asker", "Requested"})
    void shows_what_workers_write(String worker) {
        var name = "io.gearmancdi.cli." + worker;
        var first = container.select(GearmanClient.class).get().doJobAsync(name + "~tell", "one");
        var second = container.select(GearmanClient.class).get().doJobAsync(name + "~tell", "two");

        assertThat(run("worker:execute", name, "--iterations=2")).isZero();
        assertThat(first.toCompletableFuture().join().isSuccess()).isTrue();
        assertThat(second.toCompletableFuture().join().isSuccess()).isTrue();
        assertThat(out.toString().lines()).containsExactlyInAnyOrder("told one", "told two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teller", "Asker", "Requested"})
    void shows_nothing_of_them_where_it_is_quiet(String worker) {
        var name = "io.gearmancdi.cli." + worker;
        var call = container.select(GearmanClient.class).get().doJobAsync(name + "~tell", "one");

        assertThat(run("worker:execute", name, "--iterations=1", "-q")).isZero();
        assertThat(call.toCompletableFuture().join().isSuccess()).isTrue();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shows_nothing_of_workers_that_it_did_not_start() throws Exception {
        var workers = container.select(GearmanWorkers.class).get();
        var name = "io.gearmancdi.cli.Teller";
        workers.start(name);
        assertThat(container
                        .select(GearmanClient.class)
                        .get()
                        .doJob(name + "~tell", "one")
                        .isSuccess())
                .isTrue();
        workers.stop(name, Duration.ofSeconds(10)).toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void is_injected_into_beans_and_runs_workers_with_injected_things() {
        var call = container.select(GearmanClient.class).get().doJobAsync("io.gearmancdi.cli.Asker~tell", "one");

        assertThat(container.select(Operator.class).get().execute("io.gearmancdi.cli.Asker", out))
                .isZero();
        assertThat(call.toCompletableFuture().join().isSuccess()).isTrue();
        assertThat(out.toString()).contains("told one");
    }

    @Test
    void tells_that_a_drain_took_too_long() throws Exception {
        System.setProperty("gearman.shutdown.timeout", "PT0.1S");
        try {
            var code = new CompletableFuture<Integer>();
            var runner = new Thread(() -> code.complete(run("worker:execute", WORKER)));
            runner.start();
            var call = container.select(GearmanClient.class).get().doJobAsync(WORKER + "~slow", "x".repeat(60_000));
            assertThat(container.select(Begun.class).get().await()).isTrue();

            runner.interrupt();

            assertThat(code.get(40, TimeUnit.SECONDS)).isEqualTo(6);
            assertThat(call.toCompletableFuture()).isNotCompletedExceptionally();
        } finally {
            System.clearProperty("gearman.shutdown.timeout");
        }
    }

    @Test
    void ends_well_when_it_was_idle_for_its_timeout() {
        assertThat(run("job:execute", JOB, "--timeout=1")).isZero();
    }

    @Test
    void drains_when_it_is_interrupted() throws Exception {
        var code = new CompletableFuture<Integer>();
        var runner = new Thread(() -> code.complete(run("worker:execute", WORKER)));
        runner.start();
        container.select(GearmanClient.class).get().doJob(JOB, "it runs");

        runner.interrupt();

        assertThat(code.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void refuses_a_worker_that_runs_already() throws Exception {
        var workers = container.select(GearmanWorkers.class).get();
        workers.start(WORKER, LimitOverrides.none());

        assertThat(run("worker:execute", WORKER)).isEqualTo(8);

        workers.stop(WORKER, Duration.ofSeconds(10)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker:describe", "worker:execute", "job:describe", "job:execute"})
    void does_not_find_what_is_not_there(String command) {
        assertThat(run(command, "nobody")).isEqualTo(3);
        assertThat(err.toString()).contains("'nobody'");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void says_that_no_server_answers() {
        server.close();

        assertThat(run("worker:execute", WORKER)).isEqualTo(4);
        assertThat(err.toString()).contains("127.0.0.1:" + server.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker:nothing", "worker:execute", "--colour"})
    void points_to_the_help_where_it_is_called_wrongly(String argument) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString()).contains("--help");
    }
}
