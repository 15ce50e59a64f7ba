package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.OutcomeUnknownException;
import io.gearmancdi.it.more.Gate;
import io.gearmancdi.it.more.Scenes;
import io.gearmancdi.it.more.Sheet;
import io.gearmancdi.it.more.SheetWriter;
import io.gearmancdi.it.more.Thrower;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What observers hear of every kind of job, called in every way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
public abstract class SeEventsBehaviour {

    private static final String SCENES = "io.gearmancdi.it.more.Scenes~";
    private static final Duration SOON = Duration.ofSeconds(15);

    /** The end of what a foreground call hears; before it come its workload and its handle. */
    private static final Map<String, List<String>> HEARD = Map.of(
            "success", List.of("completed text"),
            "data", List.of("data part", "completed partend"),
            "warning", List.of("warning careful", "completed end"),
            "status", List.of("status 1/2", "completed end"),
            "fail", List.of("failed WORK_FAIL"),
            "exception", List.of("exception WORK_EXCEPTION"));

    private @Nullable TestJobServer server;
    private @Nullable SeApplication application;

    /** For subclasses. */
    protected SeEventsBehaviour() {}

    @BeforeAll
    void start() {
        server = TestJobServer.start();
        application =
                SeApplication.start(AppSettings.on(server.address()), Scenes.class, Gate.class, SheetWriter.class);
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private GearmanClient client() {
        return Objects.requireNonNull(application).get(GearmanClient.class);
    }

    private static List<String> heardOf(String scene) {
        var heard = new ArrayList<>(List.of("workload", "created"));
        heard.addAll(Objects.requireNonNull(HEARD.get(scene)));
        return heard;
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "data", "warning", "status", "fail", "exception"})
    void a_blocking_call_is_heard_in_order_in_the_caller_s_thread(String scene) {
        var sheet = new Sheet();
        client().doJob(SCENES + scene, "text", JobOption.context(sheet));
        assertThat(sheet.lines()).isEqualTo(heardOf(scene));
        assertThat(sheet.threads()).isEqualTo(Set.of(Thread.currentThread()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "data", "warning", "status", "fail", "exception"})
    void a_task_is_heard_as_a_call_is_beside_tasks_in_the_background(String scene) {
        var foreground = new Sheet();
        var background = new Sheet();
        client().tasks()
                .addTask(SCENES + scene, "text", JobOption.context(foreground))
                .addTaskLowBackground(SCENES + scene, "text", JobOption.context(background))
                .runTasks();
        assertThat(foreground.lines()).isEqualTo(heardOf(scene));
        assertThat(foreground.threads()).isEqualTo(Set.of(Thread.currentThread()));
        assertThat(background.lines()).containsExactly("workload", "created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "data", "warning", "status", "fail", "exception"})
    void an_asynchronous_call_is_heard_in_order_elsewhere(String scene) throws Exception {
        var sheet = new Sheet();
        client().doJobAsync(SCENES + scene, "text", JobOption.context(sheet))
                .toCompletableFuture()
                .get(SOON.toSeconds(), TimeUnit.SECONDS);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(sheet.lines()).isEqualTo(heardOf(scene)));
        // Its workload alone is heard where it was submitted
        assertThat(sheet.threads()).contains(Thread.currentThread()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "data", "warning", "status", "fail", "exception"})
    void of_a_background_job_its_acceptance_is_heard_and_never_its_end(String scene) {
        var sheet = new Sheet();
        JobHandle handle = client().doBackgroundJob(SCENES + scene, "text", JobOption.context(sheet));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> client().getJobStatus(handle).isFinished());
        assertThat(sheet.lines()).containsExactly("workload", "created");
    }

    @Test
    void of_a_call_whose_connection_is_lost_no_end_is_heard() throws Exception {
        try (var own = TestJobServer.start();
                var other = SeApplication.start(
                        AppSettings.on(own.address()), Scenes.class, Gate.class, SheetWriter.class)) {
            var sheet = new Sheet();
            var background = new Sheet();
            var client = other.get(GearmanClient.class);
            client.doBackgroundJob(SCENES + "success", "text", JobOption.context(background));
            var call = client.doJobAsync(SCENES + "disconnect", "text", JobOption.context(sheet));
            assertThat(other.get(Gate.class).isReached()).isTrue();
            own.stop();
            assertThatThrownBy(() -> call.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(OutcomeUnknownException.class);
            other.get(Gate.class).open();
            assertThat(sheet.lines()).containsExactly("workload", "created");
            assertThat(background.lines()).containsExactly("workload", "created");
        }
    }

    @Test
    void an_observer_that_throws_harms_neither_client_nor_worker() throws Exception {
        try (var own = TestJobServer.start();
                var other = SeApplication.start(
                        AppSettings.on(own.address()), Scenes.class, Gate.class, SheetWriter.class, Thrower.class)) {
            var client = other.get(GearmanClient.class);
            for (var scene : List.of("success", "data", "warning", "status")) {
                assertThat(client.doJob(SCENES + scene, "text").isSuccess()).isTrue();
                assertThat(client.doJobAsync(SCENES + scene, "text")
                                .toCompletableFuture()
                                .get(SOON.toSeconds(), TimeUnit.SECONDS)
                                .isSuccess())
                        .isTrue();
            }
            assertThat(client.doJob(SCENES + "fail", null).returnCode().code()).isEqualTo(24);
            assertThat(client.doJob(SCENES + "exception", null).returnCode().code())
                    .isEqualTo(23);
            var tasks = client.tasks();
            for (int i = 0; i < 10; i++) {
                tasks.addTask(SCENES + "success", "text " + i);
            }
            assertThat(tasks.runTasks().isSuccessful()).isTrue();
            assertThat(other.get(Thrower.class).heard()).isGreaterThan(50);
        }
    }
}
