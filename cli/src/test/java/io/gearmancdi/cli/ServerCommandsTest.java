package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanJob;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobFailure;
import io.gearmancdi.JobStatus;
import io.gearmancdi.Registration;
import io.gearmancdi.server.EmbeddedJobServer;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console asks job servers. */
@Timeout(60)
class ServerCommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedJobServer server;
    private SeContainer container;

    @BeforeEach
    void boot() throws IOException {
        server = EmbeddedJobServer.builder().port(0).start();
        System.setProperty("gearman.servers", address());
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

    private String address() {
        return "127.0.0.1:" + server.port();
    }

    private int run(String... arguments) {
        return container.select(GearmanConsole.class).get().run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    private GearmanClient client() {
        return container.select(GearmanClient.class).get().foreign();
    }

    @Test
    void shows_what_waits_for_each_function() {
        client().doBackgroundJob("resize", "1");
        client().doBackgroundJob("resize", "2");

        assertThat(run("server:status")).isZero();

        assertThat(out.toString().lines())
                .containsSubsequence(
                        "@Server: " + address(),
                        "FUNCTION  WAITING  RUNNING  WORKERS",
                        "resize    2        0        0");
    }

    @Test
    void shows_it_as_json() {
        client().doBackgroundJob("resize", "1");

        assertThat(run("gearman:server:status", "--json")).isZero();

        assertThat(out.toString())
                .contains("\"server\":\"" + address() + "\"")
                .contains("{\"function\":\"resize\",\"waiting\":1,\"running\":0,\"workers\":0}");
    }

    @Test
    void shows_who_offers_functions() {
        var workers = container.select(GearmanWorkers.class).get();
        try (var registration = workers.register("reverse", GearmanJob::text, all -> all)) {
            client().doJob("reverse", "x");

            assertThat(run("server:workers")).isZero();
            assertThat(run("server:workers", "--json")).isZero();
        }

        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("127.0.0.1") && line.endsWith(" reverse"))
                .anyMatch(line -> line.contains("\"functions\":[\"reverse\"]"));
    }

    @Test
    void a_server_that_is_away_does_not_silence_the_others() throws IOException {
        int away;
        try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            away = port.getLocalPort();
        }
        client().doBackgroundJob("resize", "1");

        int code = run("server:status", "--server", "127.0.0.1:" + away, "--server", address());

        assertThat(code).isEqualTo(ExitCode.NO_SERVER.number());
        assertThat(err.toString()).contains("127.0.0.1:" + away);
        assertThat(out.toString()).contains("resize");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancels_a_job(boolean named) {
        var job = client().doBackgroundJob("resize", "1");

        assertThat(run("job:cancel", named ? job.toString() : job.value())).isZero();

        assertThat(client().getJobStatus(job).state()).isEqualTo(JobStatus.State.UNKNOWN);
    }

    @Test
    void says_that_a_job_is_not_there() {
        assertThat(run("job:cancel", "H:nowhere:1", "--json")).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(out.toString()).contains("\"cancelled\":false");
    }

    @Test
    void takes_only_handles_and_addresses() {
        assertThat(run("job:cancel", "H:nowhere:1@")).isEqualTo(ExitCode.USAGE.number());
        assertThat(run("server:status", "--server", "host:port")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Nested
    class Submits_a_job {

        private final CountDownLatch over = new CountDownLatch(1);
        private Registration registration;

        @BeforeEach
        void offer() {
            registration =
                    container.select(GearmanWorkers.class).get().register("work", job -> work(job.text()), all -> all);
        }

        @AfterEach
        void withdraw() {
            over.countDown();
            registration.close();
        }

        private String work(String text) throws InterruptedException {
            switch (text) {
                case "fail" -> throw new JobFailure("no paper");
                case "throw" -> throw new IllegalStateException("no ink");
                case "wait" -> over.await(30, TimeUnit.SECONDS);
                default -> {}
            }
            return "done " + text;
        }

        @Test
        void and_prints_its_result() {
            assertThat(run("job:submit", "work", "x", "--foreign")).isZero();
            assertThat(run("gearman:job:submit", "work", "--foreign", "--json")).isZero();

            assertThat(out.toString().lines())
                    .contains("done x")
                    .anyMatch(line -> line.matches("\\{\"handle\":\"H:.*\",\"returnCode\":0,\"result\":\"done \"}"));
        }

        @Test
        void by_its_name_in_the_application() {
            container.select(GearmanWorkers.class).get().start("io.gearmancdi.cli.Echo");

            assertThat(run("job:submit", "io.gearmancdi.cli.Echo~say", "again")).isZero();
            assertThat(run("job:submit", "io.gearmancdi.cli.Echo~none")).isEqualTo(ExitCode.NOT_FOUND.number());

            assertThat(out.toString().lines()).containsExactly("again");
        }

        @ParameterizedTest
        @CsvSource({"fail, no paper", "throw, no ink"})
        void that_fails(String workload, String why) {
            assertThat(run("job:submit", "work", workload, "--foreign")).isEqualTo(5);
            assertThat(run("job:submit", "work", workload, "--foreign", "--json"))
                    .isEqualTo(5);

            assertThat(err.toString()).contains(why).doesNotContain("\tat ");
            assertThat(out.toString().lines()).singleElement().asString().contains("\"failure\":\"", why);
        }

        @Test
        void that_lasts_longer_than_anybody_waits() {
            assertThat(run("job:submit", "work", "wait", "--foreign", "--result-timeout", "1"))
                    .isEqualTo(6);

            assertThat(err.toString()).isNotEmpty().doesNotContain("\tat ");
            assertThat(out.toString()).isEmpty();
        }

        @Test
        void and_waits_for_nothing_in_the_background() {
            assertThat(run("job:submit", "later", "x", "--foreign", "--background", "--unique", "once"))
                    .isZero();
            assertThat(run("job:submit", "later", "x", "--foreign", "--background", "--unique", "once"))
                    .isZero();

            assertThat(server.statistics().waitingJobs()).isEqualTo(1);
            var handles = out.toString().lines().toList();
            assertThat(handles.get(1)).isEqualTo(handles.get(0)).endsWith("@" + address());
        }

        @Test
        void to_a_server_that_is_away() {
            registration.close();
            server.close();

            assertThat(run("job:submit", "work", "--foreign")).isEqualTo(ExitCode.NO_SERVER.number());
        }
    }
}
