package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.LimitPolicy;
import io.gearmancdi.Registration;
import io.gearmancdi.it.app.Counters;
import io.gearmancdi.it.app.Loaders;
import io.gearmancdi.it.app.Pledge;
import io.gearmancdi.it.app.RequestData;
import io.gearmancdi.it.app.Witness;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Scopes, and what is around jobs, observers and completions of a running application, whatever the container. */
public abstract class JobContextBehaviour {

    /** The package of the application's workers. */
    protected static final String APP = "io.gearmancdi.it.app.";

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int RECYCLED_AFTER = 2;

    /** For subclasses. */
    protected JobContextBehaviour() {}

    /**
     * Looks a bean up.
     *
     * @param type its type
     * @param <T> its type
     * @return a contextual reference
     */
    protected abstract <T> T get(Class<T> type);

    final GearmanClient client() {
        return get(GearmanClient.class);
    }

    private void awaitPledge() {
        Awaitility.await().atMost(SOON).until(get(Pledge.class)::isMade);
    }

    private void awaitTheEndOfAllRequests() {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(get(Counters.class).livingRequests()).isZero());
    }

    @Test
    void every_job_has_a_request_of_its_own() {
        int first = client().doJob(APP + "Scopes~request", "1").as(Integer.class);
        int second = client().doJob(APP + "Scopes~request", "2").as(Integer.class);
        assertThat(second).isGreaterThan(first);
        awaitTheEndOfAllRequests();
    }

    @Test
    void a_dependent_worker_is_made_anew_when_it_is_recycled() {
        var numbers = List.of("a", "b", "c", "d", "e").stream()
                .map(text -> client().doJob(APP + "Scopes~instance", text).as(Integer.class))
                .distinct()
                .toList();
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(3);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(get(Counters.class).livingInstances()).isLessThanOrEqualTo(1));
    }

    @Test
    void a_worker_of_a_wider_scope_is_shared() {
        int first = client().doJob(APP + "Shared~count", "1").as(Integer.class);
        int second = client().doJob(APP + "Shared~count", "2").as(Integer.class);
        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void a_worker_of_a_wider_scope_outlives_its_recycling() {
        int first = client().doJob(APP + "Lasting~count", null).as(Integer.class);
        for (int more = 1; more <= 2 * RECYCLED_AFTER; more++) {
            assertThat(client().doJob(APP + "Lasting~count", null).as(Integer.class))
                    .isEqualTo(first + more);
        }
        assertThat(get(Counters.class).destroyedLasting()).isZero();
    }

    @Test
    void a_worker_of_the_request_is_recycled_outside_of_any() {
        try (var warnings = new Warnings()) {
            for (int job = 0; job <= 2 * RECYCLED_AFTER; job++) {
                assertThat(client().doJob(APP + "Visitor~visit", null).as(Integer.class))
                        .isEqualTo(1);
            }
            assertThat(warnings.messages()).isEmpty();
        }
    }

    @Test
    void the_request_ends_with_the_method_and_the_job_with_its_stage() throws Exception {
        var result = client().doJobAsync(APP + "Promises~later", "request").toCompletableFuture();
        awaitPledge();
        awaitTheEndOfAllRequests();
        assertThat(result).isNotDone();

        get(Pledge.class).keep("kept");
        assertThat(result.get(SOON.toSeconds(), TimeUnit.SECONDS).text()).isEqualTo("kept");
    }

    @Test
    void observers_and_completions_of_an_asynchronous_call_see_the_classes_of_the_application() throws Exception {
        var completion = client().doJobAsync(APP + "Promises~later", "loader")
                .thenApply(result -> Loaders.seeTheApplication())
                .toCompletableFuture();
        awaitPledge();
        get(Pledge.class).keep("kept");

        assertThat(completion.get(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(get(Loaders.class).heard())
                        .isEqualTo(Map.of("observer", true, "asynchronous observer", true)));
    }

    @Test
    void results_are_written_by_somebody_who_sees_the_classes_of_the_application() {
        var workers = get(GearmanWorkers.class);
        try (var registration = workers.register("it.witness", job -> new Witness(), all -> all)) {
            assertThat(client().foreign()
                            .doJob(registration.worker().callableName(), null)
                            .text())
                    .isEqualTo("{\"seeing\":true}");
        }
    }

    @Test
    void what_waits_for_the_stop_of_a_worker_sees_the_classes_of_the_application() throws Exception {
        var workers = get(GearmanWorkers.class);
        try (var registration = workers.register(
                "it.once", job -> "", all -> all.withIterations(1).withOnLimit(LimitPolicy.STOP))) {
            var name = registration.worker().callableName();
            var seen = workers.whenStopped(name)
                    .thenApply(none -> Loaders.seeTheApplication())
                    .toCompletableFuture();
            client().foreign().doJob(name, null);

            assertThat(seen.get(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void each_job_of_a_function_in_code_has_a_request_of_its_own() {
        var request = get(RequestData.class);
        try (var registration = get(GearmanWorkers.class).register("it.request", job -> request.number(), all -> all)) {
            var foreign = client().foreign();
            var name = registration.worker().callableName();
            int first = foreign.doJob(name, "1").as(Integer.class);
            int second = foreign.doJob(name, "2").as(Integer.class);

            assertThat(second).isGreaterThan(first);
            awaitTheEndOfAllRequests();
        }
    }

    @Test
    void a_function_in_code_has_the_class_loader_of_whoever_registers_it() throws Exception {
        try (var own = new URLClassLoader(new URL[0], Thread.currentThread().getContextClassLoader());
                var registration = registerUnder(own, get(GearmanWorkers.class))) {
            assertThat(client().foreign()
                            .doJob(registration.worker().callableName(), null)
                            .as(Boolean.class))
                    .isTrue();
        }
    }

    private static Registration registerUnder(ClassLoader loader, GearmanWorkers workers) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return workers.register(
                    "it.loader", job -> Thread.currentThread().getContextClassLoader() == loader, all -> all);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
