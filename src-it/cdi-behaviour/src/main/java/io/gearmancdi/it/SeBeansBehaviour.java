package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobOption;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.TypeRef;
import io.gearmancdi.WorkerState;
import io.gearmancdi.Workload;
import io.gearmancdi.it.more.Crossing;
import io.gearmancdi.it.more.Gate;
import io.gearmancdi.it.more.OwnCodec;
import io.gearmancdi.it.more.OwnKeys;
import io.gearmancdi.it.more.Scenes;
import io.gearmancdi.it.more.Sums;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What beans of the application change. */
@Timeout(60)
public abstract class SeBeansBehaviour {

    private static final String MORE = "io.gearmancdi.it.more.";
    private static final String SCENES = MORE + "Scenes~";
    private static final String SUMS = MORE + "Sums~";
    private static final int VIRTUAL_THREADS = 21;
    private static final int CROSSINGS = 200;

    private @Nullable TestJobServer running;

    /** For subclasses. */
    protected SeBeansBehaviour() {}

    @BeforeEach
    void startServer() {
        running = TestJobServer.start();
    }

    @AfterEach
    void stopServer() {
        if (running != null) {
            running.close();
        }
    }

    private SeApplication start(Map<String, String> further, Class<?>... beans) {
        var settings =
                new HashMap<>(AppSettings.on(Objects.requireNonNull(running).address()));
        settings.putAll(further);
        return SeApplication.start(settings, beans);
    }

    @Test
    void a_generator_of_the_application_makes_the_uniques() {
        try (var application = start(Map.of(), Scenes.class, Gate.class, OwnKeys.class)) {
            var client = application.get(GearmanClient.class);
            assertThat(client.doJob(SCENES + "unique", "four").text()).isEqualTo("own/NORMAL/4/true");
            assertThat(client.doHighJob(SCENES + "unique", "", JobOption.unique("k"))
                            .text())
                    .isEqualTo("k/HIGH/0/true");
        }
        try (var application = start(
                Map.of("gearman.defaults.generate-unique-key", "false"), Scenes.class, Gate.class, OwnKeys.class)) {
            assertThat(application
                            .get(GearmanClient.class)
                            .doLowJob(SCENES + "unique", null)
                            .text())
                    .isEqualTo("own/LOW/0/false");
        }
    }

    @Test
    void a_codec_of_the_application_writes_and_reads_workloads_and_results() {
        try (var application = start(Map.of(), Sums.class, OwnCodec.class)) {
            var result = application.get(GearmanClient.class).doJob(SUMS + "twice", 3);
            assertThat(result.text()).isEqualTo("IIIIII");
            assertThat(result.as(Integer.class)).isEqualTo(6);
        }
    }

    @Test
    void jobs_of_a_superclass_are_inherited_with_the_types_of_the_worker() {
        try (var application = start(Map.of(), Sums.class)) {
            var client = application.get(GearmanClient.class);
            assertThat(client.doJob(SUMS + "total", List.of(1, 2, 3)).as(Long.class))
                    .isEqualTo(6L);
            assertThat(client.doJob(SUMS + "later", 4).as(Integer.class)).isEqualTo(4);
            assertThat(application
                            .get(GearmanWorkers.class)
                            .find(MORE + "Sums")
                            .orElseThrow()
                            .jobs())
                    .as("an overriding method without @Job is no job")
                    .extracting(job -> job.methodName())
                    .containsExactlyInAnyOrder("twice", "grouped", "isFalse", "sum", "later");
        }
    }

    @Test
    void generic_types_go_both_ways_and_false_is_a_result() {
        try (var application = start(Map.of(), Sums.class)) {
            var client = application.get(GearmanClient.class);
            var numbers = Map.of("odd", List.of(1, 3), "even", List.of(2));
            assertThat(client.doJob(SUMS + "grouped", numbers).as(new TypeRef<Map<String, List<Integer>>>() {}))
                    .isEqualTo(numbers);
            var result = client.doJob(SUMS + "isFalse", Workload.empty());
            assertThat(result.isSuccess()).isTrue();
            assertThat(result.text()).isEqualTo("false");
        }
    }

    @Test
    void a_standalone_job_runs_as_a_worker_of_its_own() {
        try (var application = start(Map.of("gearman.jobs.Sums~twice.standalone", "true"), Sums.class)) {
            var workers = application.get(GearmanWorkers.class);
            var client = application.get(GearmanClient.class);
            assertThat(workers.state(SUMS + "twice")).isEqualTo(WorkerState.RUNNING);
            assertThat(client.doJob(SUMS + "twice", 4).as(Integer.class)).isEqualTo(8);
            assertThat(client.doJob(SUMS + "total", List.of(4)).as(Integer.class))
                    .isEqualTo(4);
        }
    }

    @Test
    void a_job_has_its_own_answer_to_exceptions_and_its_own_time_within_its_worker() {
        var settings = Map.of(
                "gearman.jobs.Scenes~exception.on-exception", "fail",
                "gearman.jobs.Scenes~disconnect.execution-timeout", "PT0.1S");
        try (var application = start(settings, Scenes.class, Gate.class)) {
            var client = application.get(GearmanClient.class);
            assertThat(client.doJob(SCENES + "exception", null).returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
            assertThat(client.doJob(SCENES + "disconnect", null).returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
        }
        try (var application = start(Map.of(), Scenes.class, Gate.class)) {
            assertThat(application
                            .get(GearmanClient.class)
                            .doJob(SCENES + "exception", null)
                            .returnCode())
                    .isEqualTo(ReturnCode.WORK_EXCEPTION);
        }
    }

    /** The tests of a module that says which Java it is for are not to pass on another one. */
    @Test
    void they_run_on_the_java_that_is_asked_for() {
        int feature = Runtime.version().feature();
        assertThat(feature).isEqualTo(Integer.getInteger("it.java", feature));
    }

    private void assertLimitsAndLoaderOnVirtualThreads() {
        var settings = Map.of("gearman.executor.virtual", "true", "gearman.workers.Crossing.concurrency", "3");
        try (var application = start(settings, Crossing.class)) {
            var client = application.get(GearmanClient.class);
            var tasks = client.tasks();
            for (int i = 0; i < CROSSINGS; i++) {
                tasks.addTask(MORE + "Crossing~cross", "" + i);
            }
            var outcomes = tasks.runTasks();
            assertThat(outcomes.all())
                    .hasSize(CROSSINGS)
                    .allSatisfy(
                            outcome -> assertThat(outcome.result().orElseThrow().text())
                                    .isEqualTo("virtual, class loader of the application"));
            assertThat(client.doJob(MORE + "Crossing~most", null).as(Integer.class))
                    .as("at once")
                    .isBetween(2, 3);
        }
    }

    @Test
    void jobs_run_on_virtual_threads_where_java_has_them() {
        var wanted = Map.of("gearman.executor.virtual", "true");
        if (Runtime.version().feature() >= VIRTUAL_THREADS) {
            try (var application = start(wanted, Scenes.class, Gate.class)) {
                assertThat(application
                                .get(GearmanClient.class)
                                .doJob(SCENES + "thread", null)
                                .text())
                        .startsWith("VirtualThread[");
            }
            assertLimitsAndLoaderOnVirtualThreads();
        } else {
            var thrown =
                    catchThrowable(() -> start(wanted, Scenes.class, Gate.class).close());
            assertThat(Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                            .map(String::valueOf)
                            .collect(Collectors.joining("\n")))
                    .contains("GCDI-006 gearman.executor.virtual");
        }
    }
}
