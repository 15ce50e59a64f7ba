package com.acme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobStatus;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.WorkerState;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.TestJobServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the guide shows does what the guide says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class GuideTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private @Nullable Application application;

    @BeforeAll
    void start() {
        application = Application.start(JobServerKind.EMBEDDED);
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
    }

    private <T> T get(Class<T> type) {
        return Objects.requireNonNull(application).get(type);
    }

    private void written(String line) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(get(Diary.class).lines()).anyMatch(written -> written.contains(line)));
    }

    @Test
    void a_call_waits_for_its_result() {
        assertThat(get(Gallery.class).scaled("cat.png")).isEqualTo(new Thumbnail("cat.png", 320));
    }

    @Test
    void a_background_job_has_a_handle_and_a_status() {
        JobHandle handle = get(Gallery.class).scaleSometime("dog.png");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> get(Progress.class).of(handle.toString()).equals("done"));
    }

    @Test
    void tasks_run_together_and_observers_get_their_contexts() {
        var results = get(Gallery.class).scaleAll("one.png", "two.png", "three.png");
        assertThat(results.isSuccessful()).isTrue();
        assertThat(results.all()).hasSize(3);
        written("one.png is scaled");
        written("two.png is scaled");
        written("1 of 2");
        written("heard later");
        written("com.acme.Thumbnails~scale starts");
        written("it ended with SUCCESS");
    }

    @Test
    void an_asynchronous_call_reaches_a_foreign_name() throws Exception {
        assertThat(get(Gallery.class).reversed("drow").toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo("word");
    }

    @Test
    void callJob_submits_as_the_job_says() {
        assertThat(get(Gallery.class).mail("hello")).startsWith("H:").endsWith(": SUCCESS");
    }

    @Test
    void a_failure_is_a_value_with_a_code() {
        assertThat(get(Gallery.class).tryToScale("cat.png", 0))
                .startsWith("23: ")
                .contains("no width");
        written("threw java.lang.IllegalArgumentException");
        var failed = get(GearmanClient.class).doJob("com.acme.Mailer~send", " ");
        assertThat(failed.returnCode().code()).isEqualTo(24);
        written("com.acme.Mailer~send has failed");
    }

    @Test
    void a_view_of_the_client_asks_other_servers() {
        try (var server = TestJobServer.start(JobServerKind.EMBEDDED);
                var other = Gearman.builder().servers(List.of(server.address())).build()) {
            other.workers().register("image.resize", job -> job.bytes(), settings -> settings);
            var image = "image".getBytes(UTF_8);
            assertThat(get(Gallery.class)
                            .elsewhere(
                                    image,
                                    server.address().host(),
                                    server.address().port()))
                    .isEqualTo(image);
        }
    }

    @Test
    void every_attribute_of_the_annotations_holds() {
        var worker = get(GearmanWorkers.class).find("com.acme.Mailer").orElseThrow();
        assertThat(worker.description()).isEqualTo("Sends mail for everybody");
        assertThat(worker.settings().iterations()).isEqualTo(1000);
        assertThat(worker.settings().concurrency()).isEqualTo(2);
        assertThat(worker.settings().executionTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(worker.jobs())
                .filteredOn(job -> job.name().equals("com.acme.Mailer~send"))
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.settings().iterations()).isZero();
                    assertThat(job.defaultMethod()).isEqualTo(SubmitMethod.HIGH_BACKGROUND);
                });
    }

    @Test
    void every_signature_works() {
        var client = get(GearmanClient.class);
        assertThat(client.doJob("com.acme.Mailer~ping", null).bytes()).isEmpty();
        assertThat(client.doJob("com.acme.Mailer~raw", new byte[] {0, -1}).bytes())
                .containsExactly(0, -1);
        assertThat(client.doJob("com.acme.Mailer~count", List.of("a", "b")).text())
                .isEqualTo("{\"names\":2}");
        assertThat(client.doJob("com.acme.Mailer~later", "x").text()).isEqualTo("later: x");
    }

    @Test
    void fault_tolerance_goes_round_a_job() {
        assertThat(get(GearmanClient.class)
                        .doJob("com.acme.Weather~today", null)
                        .text())
                .isEqualTo("sunny");
    }

    @Test
    void a_function_in_code_is_offered_until_it_is_closed() {
        try (var shout = get(InCode.class).shout()) {
            assertThat(shout.worker().settings().concurrency()).isEqualTo(4);
            assertThat(get(GearmanClient.class)
                            .foreign()
                            .doJob("text.shout", "hi")
                            .text())
                    .isEqualTo("hi!");
        }
    }

    @Test
    void a_job_runs_alone_under_limits_of_its_own() {
        var workers = get(GearmanWorkers.class);
        try {
            get(InCode.class).tenMails();
            assertThat(workers.state("com.acme.Mailer")).isEqualTo(WorkerState.STOPPED);
            assertThat(workers.state("com.acme.Mailer~send")).isEqualTo(WorkerState.RUNNING);
        } finally {
            workers.stop("com.acme.Mailer~send", SOON).toCompletableFuture().join();
            workers.start("com.acme.Mailer");
        }
    }

    @Test
    void equal_jobs_stay_apart_under_the_generator_of_the_application() {
        var client = get(GearmanClient.class);
        var first = client.foreign().doBackgroundJob("nobody.offers.this", "same");
        assertThat(client.foreign().doBackgroundJob("nobody.offers.this", "same"))
                .isNotEqualTo(first);
    }

    @Test
    void the_codec_of_the_application_reads_and_writes() {
        var codec = get(UnderscoredJson.class);
        assertThat(new String(codec.encode(new Sample("x"), Sample.class), UTF_8))
                .isEqualTo("{\"first_name\":\"x\"}");
    }

    /** For the codec. */
    public record Sample(String firstName) {}

    @Test
    void the_twin_of_a_php_worker_has_its_settings() {
        var worker = get(GearmanWorkers.class).find("com.acme.MyAcmeWorker").orElseThrow();
        assertThat(worker.settings().iterations()).isEqualTo(3);
        assertThat(worker.settings().timeout()).hasSeconds(20);
        assertThat(get(GearmanClient.class)
                        .doJob("com.acme.MyAcmeWorker~testB", "text")
                        .text())
                .isEqualTo("TEXT");
        assertThat(get(GearmanClient.class)
                        .callJob("com.acme.MyAcmeWorker~doSomething", null)
                        .result())
                .isEmpty();
    }

    @Test
    void the_console_is_a_bean() {
        var out = new StringWriter();
        assertThat(get(Commands.class).list(new PrintWriter(out, true), new PrintWriter(out, true)))
                .isZero();
        assertThat(out.toString()).contains("com.acme.Thumbnails~scale");
    }

    @Test
    void a_status_tells_how_far_a_job_is() {
        var client = get(GearmanClient.class);
        JobHandle handle = client.doBackgroundJob("com.acme.Import~rows", 4);
        get(Rows.class).give(2);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> get(Progress.class).of(handle.toString()).equals("50 % done"));
        JobStatus status = client.getJobStatus(handle);
        assertThat(status.isKnown()).isTrue();
        assertThat(status.isRunning()).isTrue();
        get(Rows.class).give(2);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> get(Progress.class).of(handle.toString()).equals("done"));
        assertThat(get(Progress.class)
                        .of("H:nowhere:1@"
                                + Objects.requireNonNull(application).server.address()))
                .isEqualTo("not known any more");
    }
}
