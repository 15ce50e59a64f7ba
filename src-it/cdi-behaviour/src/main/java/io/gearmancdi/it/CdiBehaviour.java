package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.JobDoesNotExistException;
import io.gearmancdi.JobOption;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.WorkerState;
import io.gearmancdi.Workload;
import io.gearmancdi.admin.FunctionStatus;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.it.app.Recorder;
import io.gearmancdi.it.app.ScaleRequest;
import io.gearmancdi.it.app.Thumbnail;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A running application: workers are found and called, whatever the container. */
@Timeout(120)
public abstract class CdiBehaviour extends JobContextBehaviour {

    /** For subclasses. */
    protected CdiBehaviour() {}

    private List<String> recorded(int atLeast) {
        var recorder = get(Recorder.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> recorder.lines().size() >= atLeast);
        return recorder.lines();
    }

    @Test
    void workers_are_found_and_run() {
        var workers = get(GearmanWorkers.class);
        assertThat(workers.list())
                .extracting(worker -> worker.callableName())
                .filteredOn(name -> name.startsWith(APP))
                .containsExactly(
                        APP + "Bell",
                        APP + "Echo",
                        APP + "Greeter",
                        APP + "Lasting",
                        APP + "Ledger",
                        APP + "LoudBell",
                        APP + "Promises",
                        APP + "Scopes",
                        APP + "Served",
                        APP + "Shared",
                        APP + "Talker",
                        APP + "Texts",
                        APP + "Visitor");
        assertThat(workers.state(APP + "Texts")).isEqualTo(WorkerState.RUNNING);
    }

    @Test
    void an_injected_client_calls_a_job() {
        assertThat(client().doJob(APP + "Texts~reverse", "drow").text()).isEqualTo("word");
    }

    @Test
    void every_signature_is_served() {
        assertThat(client().doJob(APP + "Texts~nothing", null).bytes()).isEmpty();
        assertThat(client().doJob(APP + "Texts~raw", new byte[] {0, -1}).bytes())
                .containsExactly(0, -1);
        assertThat(client().doJob(APP + "Texts~job", "four").text()).isEqualTo(APP + "Texts~job 4");
        assertThat(client().doJob(APP + "Texts~sum", List.of(1, 2, 3)).as(Integer.class))
                .isEqualTo(6);
        assertThat(client().doJob(APP + "Texts~later", "soon").text()).isEqualTo("soon later");
    }

    @Test
    void typed_jobs_speak_json() {
        var thumbnail =
                client().doJob(APP + "Texts~scale", ScaleRequest.of(640)).as(Thumbnail.class);
        assertThat(thumbnail.getWidth()).isEqualTo(320);
        assertThat(thumbnail.getFunction()).isEqualTo("it-" + APP + "Texts~scale");
    }

    @Test
    void a_job_with_an_exact_function_is_reached_by_other_programs() {
        assertThat(client().foreign().doJob("it.exact", null).text()).isEqualTo("exact");
        assertThat(client().doJob(APP + "Texts~exact", null).text()).isEqualTo("exact");
    }

    @Test
    void a_client_reaches_foreign_functions_by_their_exact_name() {
        assertThat(client().foreign()
                        .doJob("it-" + APP + "Texts~reverse", "drow")
                        .text())
                .isEqualTo("word");
    }

    @Test
    void an_injected_admin_asks_the_servers() {
        var admin = get(GearmanAdmin.class);

        assertThat(admin.status(admin.servers().get(0)))
                .extracting(FunctionStatus::function)
                .contains("it.exact", "it-" + APP + "Texts~reverse");
    }

    @Test
    void callJob_follows_the_job_then_the_defaults() {
        var background = client().callJob(APP + "Texts~reverse", "unheard");
        assertThat(background.result()).isEmpty();
        var foreground = client().callJob(APP + "Texts~job", "heard");
        assertThat(foreground.result()).isPresent();
    }

    @Test
    void outside_of_the_console_workers_write_to_nowhere() {
        assertThat(client().doJob(APP + "Served~write", null).as(Boolean.class)).isTrue();
    }

    @Test
    void configuration_is_honoured() {
        var texts = get(GearmanWorkers.class).find(APP + "Texts").orElseThrow();
        var reverse = job(texts.jobs(), "~reverse");
        assertThat(texts.settings().timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(reverse.settings().executionTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(reverse.defaultMethod()).isEqualTo(SubmitMethod.BACKGROUND);
        assertThat(job(texts.jobs(), "~job").defaultMethod()).isEqualTo(SubmitMethod.HIGH);
        assertThat(reverse.description()).isEqualTo("Turns a text round");
        assertThat(get(GearmanWorkers.class)
                        .find(APP + "Echo")
                        .orElseThrow()
                        .settings()
                        .concurrency())
                .isEqualTo(4);
    }

    private static JobDescriptor job(List<JobDescriptor> jobs, String end) {
        return jobs.stream().filter(job -> job.name().endsWith(end)).findFirst().orElseThrow();
    }

    @Test
    void all_that_a_job_sends_is_observed_in_order() {
        get(Recorder.class).watch("Talker~talk");
        var result = client().doJob(APP + "Talker~talk", null, JobOption.context("mine"));
        assertThat(result.text()).isEqualTo("part end");
        var lines = recorded(11);
        assertThat(lines)
                .containsExactlyInAnyOrder(
                        "workload mine",
                        "created",
                        "starting",
                        "data part ",
                        "warning careful",
                        "status 1/2",
                        "completed",
                        "completed, by name",
                        "completed, by function",
                        "completed, asynchronously",
                        "executed SUCCESS");
        assertThat(lines)
                .filteredOn(line -> !line.startsWith("completed,") && !line.matches("starting|executed.*"))
                .containsExactly(
                        "workload mine", "created", "data part ", "warning careful", "status 1/2", "completed");
    }

    @Test
    void a_failing_job_is_a_value_and_an_event() {
        get(Recorder.class).watch("Talker~fail");
        var result = client().doJob(APP + "Talker~fail", null);
        assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
        assertThat(recorded(6)).contains("failed", "executed WORK_FAIL").doesNotContain("exception");
    }

    @Test
    void a_job_that_throws_is_a_value_and_an_event_and_the_worker_goes_on() {
        get(Recorder.class).watch("Talker~crash");
        var result = client().doJob(APP + "Talker~crash", null);
        assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
        assertThat(result.failure().orElseThrow().toString()).contains("IllegalStateException", "broken");
        assertThat(recorded(5)).contains("exception", "executed WORK_EXCEPTION").doesNotContain("failed");
        assertThat(client().doJob(APP + "Texts~reverse", "on").text()).isEqualTo("no");
    }

    @Test
    void a_bad_workload_fails_its_job_and_nothing_else() {
        assertThat(client().doJob(APP + "Texts~sum", "no json").isSuccess()).isFalse();
        assertThat(client().doJob(APP + "Texts~sum", Workload.json(List.of(7))).as(Integer.class))
                .isEqualTo(7);
    }

    @Test
    void an_unknown_job_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() -> client().doJob(APP + "Texts~unknown", null))
                .isInstanceOf(JobDoesNotExistException.class);
    }

    @Test
    void jobs_of_every_visibility_are_inherited_from_another_package_with_the_types_of_the_worker() {
        var numbers = List.of(1, 2, 3);
        assertThat(client().doJob(APP + "Ledger~all", numbers).as(Long.class)).isEqualTo(6L);
        assertThat(client().doJob(APP + "Ledger~types", numbers).text()).isEqualTo("Integer Integer Integer");
        assertThat(client().doJob(APP + "Ledger~size", numbers).as(Integer.class))
                .isEqualTo(3);
        assertThat(client().doJob(APP + "Ledger~more", 1).as(Long.class)).isEqualTo(2L);
        assertThat(client().doJob(APP + "Lasting~types", numbers).text()).isEqualTo("Integer Integer Integer");
    }

    @Test
    void a_worker_may_be_a_named_bean() {
        assertThat(client().doJob(APP + "Served~who", null).text()).isEqualTo("served");
    }

    @Test
    void an_alternative_takes_the_place_of_the_worker_with_its_name() {
        assertThat(client().doJob(APP + "Greeter~greet", "Ann").text()).isEqualTo("Hi Ann");
    }

    @Test
    void configuration_fills_the_texts_of_annotations() {
        assertThat(client().doJob(APP + "Bell~ring", null).text()).isEqualTo("ding");
        assertThat(get(GearmanWorkers.class).find(APP + "Bell").orElseThrow().description())
                .isEqualTo("A bell");
    }

    @Test
    void an_alternative_of_another_name_stands_beside_the_worker_that_it_extends() {
        assertThat(client().doJob(APP + "LoudBell~ring", null).text()).isEqualTo("DONG");
        assertThat(client().doJob(APP + "Bell~ring", null).text()).isEqualTo("ding");
    }

    @Test
    void interceptors_go_round_jobs() {
        assertThat(client().doJob(APP + "Shared~traced", "text").text()).isEqualTo("[text]");
    }

    @Test
    void a_job_sees_the_classes_of_its_application() {
        assertThat(client().doJob(APP + "Texts~seesApplicationClasses", null).as(Boolean.class))
                .isTrue();
    }

    @Test
    void many_threads_share_one_client() throws InterruptedException {
        var calls = new ManyCalls(client(), APP + "Echo~echo");
        try (var warnings = new Warnings()) {
            calls.run();
            assertThat(calls.wrongAnswers()).isEmpty();
            assertThat(calls.rightAnswers()).isEqualTo((long) ManyCalls.THREADS * ManyCalls.CALLS);
            assertThat(warnings.messages()).isEmpty();
        }
    }

    @Test
    void text_goes_as_utf_8() {
        assertThat(client().doJob(APP + "Texts~raw", "ä€").bytes()).isEqualTo("ä€".getBytes(UTF_8));
    }
}
