package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.WorkerState;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.app.Recorder;
import io.gearmancdi.it.app.StopWatch;
import io.gearmancdi.it.broken.Serviceless;
import io.gearmancdi.it.broken.Wrong;
import io.gearmancdi.spi.EmbeddedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Start and stop of applications in a container of Java SE. */
@Timeout(120)
public abstract class SeBootBehaviour {

    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final int STOPS = 20;
    private static final String TEXTS = CdiBehaviour.APP + "Texts";

    /** For subclasses. */
    protected SeBootBehaviour() {}

    @Test
    void all_problems_of_annotations_and_configuration_are_reported_at_once() {
        var report = SeApplication.refusal(Map.of("gearman.defaults.timeout", "soon"), Wrong.class);
        assertThat(report)
                .contains("GCDI-001 " + Wrong.class.getName() + ".hidden()")
                .contains("GCDI-002 " + Wrong.class.getName() + ".shared()")
                .contains("GCDI-003 " + Wrong.class.getName() + ".two(String, String)")
                .contains("GCDI-003 " + Wrong.class.getName() + ".open(List): no workload fits the parameters, the type"
                        + " java.util.List<T> is not known")
                .contains("GCDI-003 " + Wrong.class.getName() + ".unbound(Object)")
                .contains("GCDI-003 " + Wrong.class.getName() + ".unbound(Number[])")
                .contains("GCDI-004 " + Wrong.class.getName() + ".other()")
                .contains("GCDI-006 @Work of " + Wrong.class.getName() + " (iterations): '-5'")
                .contains("GCDI-006 gearman.defaults.timeout: 'soon'");
    }

    @Test
    void all_problems_of_configuration_are_reported_at_once() {
        var report = SeApplication.refusal(
                Map.of(
                        "gearman.servers", "a",
                        "gearman.servers.one.host", "b",
                        "gearman.client.timeout", "later",
                        "gearman.embedded-server", "maybe",
                        "gearman.workers.Texts.concurrency", "0",
                        "gearman.executor.name", "java:comp/Nothing"),
                Serviceless.class);
        assertThat(report)
                .contains("GCDI-006 gearman.client.timeout")
                .contains("GCDI-006 gearman.embedded-server: 'maybe' is not never or auto or always")
                .contains("GCDI-006 gearman.workers.Texts.concurrency")
                .contains("GCDI-006 gearman.executor.name")
                .contains("GCDI-008 " + Serviceless.class.getName())
                .contains("GCDI-009 gearman.servers");
    }

    @Test
    void an_idle_application_stops_at_once_and_leaves_no_thread() {
        try (var server = TestJobServer.start()) {
            var before = threads();
            // Other programs on the machine may hold up many a stop, but not all of them
            var stops = new ArrayList<Duration>();
            do {
                stops.add(stopOf(server));
            } while (stops.get(stops.size() - 1).compareTo(AT_ONCE) >= 0 && stops.size() < STOPS);
            assertThat(stops).anySatisfy(stop -> assertThat(stop).isLessThan(AT_ONCE));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(threads()).isEqualTo(before));
        }
    }

    private static Duration stopOf(TestJobServer server) {
        var stopped = new AtomicLong();
        var application = SeApplication.start(AppSettings.on(server.address()));
        application.get(GearmanClient.class).doJob(TEXTS + "~reverse", "warm");
        application.get(StopWatch.class).noteIn(stopped);
        long begin = System.nanoTime();
        application.close();
        return Duration.ofNanos(stopped.get() - begin);
    }

    private static String threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("gearman"))
                .filter(name -> !name.startsWith("gearman-server"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Test
    void without_autostart_workers_wait() {
        try (var server = TestJobServer.start()) {
            var settings = new HashMap<>(AppSettings.on(server.address()));
            settings.put("gearman.autostart", "false");
            try (var application = SeApplication.start(settings)) {
                var workers = application.get(GearmanWorkers.class);
                assertThat(workers.state(TEXTS)).isEqualTo(WorkerState.STOPPED);
                workers.start(TEXTS);
                assertThat(application
                                .get(GearmanClient.class)
                                .doJob(TEXTS + "~reverse", "drow")
                                .text())
                        .isEqualTo("word");
            }
        }
    }

    @Test
    void one_worker_alone_may_wait() {
        try (var server = TestJobServer.start()) {
            var settings = new HashMap<>(AppSettings.on(server.address()));
            settings.put("gearman.workers.Echo.autostart", "false");
            try (var application = SeApplication.start(settings)) {
                var workers = application.get(GearmanWorkers.class);
                assertThat(workers.state(CdiBehaviour.APP + "Echo")).isEqualTo(WorkerState.STOPPED);
                assertThat(workers.state(TEXTS)).isEqualTo(WorkerState.RUNNING);
            }
        }
    }

    @Test
    void without_callbacks_nothing_is_observed() {
        try (var server = TestJobServer.start()) {
            var settings = new HashMap<>(AppSettings.on(server.address()));
            settings.put("gearman.defaults.callbacks", "false");
            try (var application = SeApplication.start(settings)) {
                application.get(Recorder.class).watch("Talker~talk");
                application.get(GearmanClient.class).doJob(CdiBehaviour.APP + "Talker~talk", null);
                assertThat(application.get(Recorder.class).lines()).isEmpty();
            }
        }
    }

    @Test
    void a_bundle_that_is_elsewhere_offers_nothing_here() {
        var settings = Map.of("gearman.bundles.other.name", "org.other");
        try (var application = SeApplication.start(settings)) {
            assertThat(application.get(GearmanWorkers.class).list()).isEmpty();
        }
    }

    @Test
    void a_client_alone_talks_to_workers_of_other_programs() {
        try (var server = TestJobServer.start();
                var other = Gearman.builder().servers(List.of(server.address())).build()) {
            other.workers().register("it.other", job -> job.text() + "!", settings -> settings);
            var settings =
                    Map.of("gearman.servers", server.address().toString(), "gearman.bundles.none.name", "org.none");
            try (var application = SeApplication.start(settings)) {
                assertThat(application
                                .get(GearmanClient.class)
                                .foreign()
                                .doJob("it.other", "hi")
                                .text())
                        .isEqualTo("hi!");
            }
        }
    }

    @Test
    void functions_are_offered_in_code_too() {
        try (var server = TestJobServer.start();
                var application = SeApplication.start(AppSettings.on(server.address()));
                var registration = application
                        .get(GearmanWorkers.class)
                        .register("it.registered", job -> job.text() + "!", settings -> settings)) {
            assertThat(registration.worker().jobs()).hasSize(1);
            assertThat(application
                            .get(GearmanClient.class)
                            .foreign()
                            .doJob("it.registered", "hi")
                            .text())
                    .isEqualTo("hi!");
        }
    }

    @Test
    void an_embedded_server_starts_where_nothing_listens() {
        var address = new ServerAddress("127.0.0.1", TestJobServer.freePort());
        var settings = new HashMap<>(AppSettings.on(address));
        settings.put("gearman.embedded-server", "auto");
        try (var application = SeApplication.start(settings)) {
            assertThat(application
                            .get(GearmanClient.class)
                            .doJob(TEXTS + "~reverse", "drow")
                            .text())
                    .isEqualTo("word");
            var embedded = application.get(EmbeddedServer.class);
            assertThat(embedded.address()).isEqualTo(address);
            assertThat(embedded.statistics().completedJobs()).isEqualTo(1);
        }
    }

    @Test
    void of_two_applications_that_start_at_once_one_starts_the_embedded_server_and_both_use_it(@TempDir Path store)
            throws Exception {
        for (int i = 0; i < STOPS; i++) {
            var settings = new HashMap<>(AppSettings.on(new ServerAddress("127.0.0.1", TestJobServer.freePort())));
            settings.put("gearman.embedded-server", "auto");
            settings.put("gearman.embedded-server.store", store.resolve("jobs").toString());
            var together = new CyclicBarrier(2);
            Callable<SeApplication> start = () -> {
                together.await();
                return SeApplication.start(settings);
            };
            var first = new FutureTask<>(start);
            new Thread(first).start();
            try (var one = start.call();
                    var other = first.get()) {
                assertThat(List.of(one, other))
                        .allSatisfy(application -> assertThat(application
                                        .get(GearmanClient.class)
                                        .doJob(TEXTS + "~reverse", "drow")
                                        .text())
                                .isEqualTo("word"));
            }
        }
    }

    @Test
    void where_another_server_listens_there_is_no_embedded_one_to_ask() {
        try (var server = TestJobServer.start();
                var application = SeApplication.start(AppSettings.on(server.address()))) {
            var embedded = application.get(EmbeddedServer.class);

            assertThatThrownBy(embedded::address)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("gearman.embedded-server");
        }
    }
}
