package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.it.app.Loaders;
import io.gearmancdi.it.app.Pledge;
import io.gearmancdi.it.app.Witness;
import io.gearmancdi.it.more.Gate;
import io.gearmancdi.it.more.OtherExecutor;
import io.gearmancdi.it.more.OwnExecutor;
import io.gearmancdi.it.more.Scenes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which executor runs jobs where there is no JNDI. */
@Timeout(60)
public abstract class SeExecutorBehaviour {

    private static final String THREAD = "io.gearmancdi.it.more.Scenes~thread";
    private static final Duration SOON = Duration.ofSeconds(10);

    /** For subclasses. */
    protected SeExecutorBehaviour() {}

    private static SeApplication start(TestJobServer server, Class<?>... executors) {
        var beans = Stream.concat(Stream.of(Scenes.class, Gate.class), Stream.of(executors));
        return SeApplication.start(AppSettings.on(server.address()), beans.toArray(Class<?>[]::new));
    }

    private static String threadOfAJob(SeApplication application) {
        return application.get(GearmanClient.class).doJob(THREAD, null).text();
    }

    @Test
    void a_bean_runs_jobs_and_the_log_says_so() {
        try (var log = new LogLines(Level.INFO);
                var server = TestJobServer.start();
                var application = start(server, OwnExecutor.class)) {
            assertThat(threadOfAJob(application)).contains("own-executor");
            assertThat(log.messages())
                    .anyMatch(line -> line.startsWith("GCDI-101")
                            && line.endsWith("jobs run on the application's ExecutorService bean"));
        }
    }

    @Test
    void without_a_bean_an_own_pool_does_and_the_log_says_so() {
        try (var log = new LogLines(Level.INFO);
                var server = TestJobServer.start();
                var application = start(server)) {
            assertThat(threadOfAJob(application)).contains("gearman-job-");
            assertThat(log.messages())
                    .anyMatch(line ->
                            line.startsWith("GCDI-101") && line.endsWith("jobs run on an own pool of daemon threads"));
        }
    }

    @Test
    void of_two_beans_none_is_taken_and_the_log_names_both_and_what_to_do() {
        try (var warnings = new Warnings();
                var server = TestJobServer.start();
                var application = start(server, OwnExecutor.class, OtherExecutor.class)) {
            assertThat(threadOfAJob(application)).contains("gearman-job-");
            assertThat(warnings.messages())
                    .singleElement()
                    .asString()
                    .startsWith("GCDI-108")
                    .contains(OwnExecutor.class.getName(), OtherExecutor.class.getName())
                    .contains("qualifier", "gearman.executor.name");
        }
    }

    @Test
    void observers_and_completions_see_the_application_though_the_threads_of_the_bean_do_not() throws Exception {
        try (var server = TestJobServer.start();
                var application = start(server, OwnExecutor.class)) {
            var pledge = application.get(Pledge.class);
            var completion = application
                    .get(GearmanClient.class)
                    .doJobAsync(CdiBehaviour.APP + "Promises~later", null)
                    .thenApply(result -> Loaders.seeTheApplication())
                    .toCompletableFuture();
            Awaitility.await().atMost(SOON).until(pledge::isMade);
            pledge.keep("kept");

            assertThat(completion.get(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(application.get(Loaders.class).heard())
                                    .isEqualTo(Map.of("observer", true, "asynchronous observer", true)));
        }
    }

    @Test
    void results_are_written_by_somebody_who_sees_the_application_though_the_threads_of_the_bean_do_not() {
        try (var server = TestJobServer.start();
                var application = start(server, OwnExecutor.class);
                var registration = application
                        .get(GearmanWorkers.class)
                        .register("it.witness", job -> new Witness(), all -> all)) {
            assertThat(application
                            .get(GearmanClient.class)
                            .foreign()
                            .doJob(registration.worker().callableName(), null)
                            .text())
                    .isEqualTo("{\"seeing\":true}");
        }
    }

    @Test
    void what_waits_for_a_stop_sees_the_application_though_the_threads_of_the_bean_do_not() throws Exception {
        try (var server = TestJobServer.start();
                var application = start(server, OwnExecutor.class)) {
            var workers = application.get(GearmanWorkers.class);
            var name = CdiBehaviour.APP + "Texts";
            var seen = workers.whenStopped(name)
                    .thenApply(none -> Loaders.seeTheApplication())
                    .toCompletableFuture();
            workers.stop(name, SOON);

            assertThat(seen.get(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }
}
