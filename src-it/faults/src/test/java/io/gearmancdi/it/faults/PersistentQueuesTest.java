package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.QueueFullException;
import io.gearmancdi.admin.FunctionStatus;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** gearmand's own queues in a file or a database, while gearmand is killed. */
@Timeout(180)
class PersistentQueuesTest {

    private static final int KILLS = 5;
    private static final int ACCEPTED_PER_ROUND = 100;
    private static final int BURST = 20;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean enough = new AtomicBoolean();

    @ParameterizedTest
    @EnumSource
    void nothingThatWasAcceptedIsLostWhenGearmandIsKilled(QueueType type) throws Exception {
        try (var store = type.start();
                var server = new Gearmand(store::options);
                var gearman = Gearmen.at(server.address()).build()) {
            gearman.workers().register("f", job -> String.valueOf(done.add(job.text())), all -> all.withConcurrency(2));
            var submitting = new Thread(() -> submit(gearman.client().foreign()));
            submitting.start();
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    int before = accepted.size();
                    Awaitility.await("jobs are accepted")
                            .atMost(SOON)
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> accepted.size() >= before + ACCEPTED_PER_ROUND);
                    server.kill();
                    server.restart();
                }
            } finally {
                enough.set(true);
                submitting.join(SOON.toMillis());
            }

            assertThat(accepted).hasSizeGreaterThanOrEqualTo(KILLS * ACCEPTED_PER_ROUND);
            Awaitility.await("all is done")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(done).containsAll(accepted));
        }
    }

    /**
     * Bursts, one after the other, half of them without a unique of the caller's. Those that fail count for nothing.
     */
    private void submit(GearmanClient client) {
        for (int first = 0; !enough.get(); first += BURST) {
            var answers = new ArrayList<CompletionStage<JobHandle>>();
            for (int i = first; i < first + BURST; i++) {
                var name = "job-" + i;
                var unique = i % 2 == 0 ? JobOption.unique(name) : JobOption.uniqueAtRandom();
                answers.add(client.doBackgroundJobAsync("f", name, unique).whenComplete((handle, failure) -> {
                    if (failure == null) {
                        accepted.add(name);
                    }
                }));
            }
            answers.forEach(answer ->
                    answer.exceptionally(failure -> null).toCompletableFuture().join());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatComesBackIsWhatWasSubmitted(QueueType type) throws Exception {
        var every = new byte[100_000];
        int first = type == QueueType.REDIS ? 1 : 0; // see KnownFaults
        IntStream.range(0, every.length).forEach(place -> every[place] = (byte) (first + place % (256 - first)));
        var uniques = List.of("order 4711", "\u00fc\u20ac", "o'k \"x\" \\ %s; --", "a-b-c", "w".repeat(63));
        try (var store = type.start();
                var server = new Gearmand(store::options);
                var gearman = Gearmen.at(server.address()).build()) {
            var client = gearman.client().foreign();
            client.doLowBackgroundJob("com.acme.Works~low", every, JobOption.unique("low"));
            client.doBackgroundJob("f", "normal", JobOption.unique("normal"));
            client.doHighBackgroundJob("f", every, JobOption.unique("high"));
            client.doLowBackgroundJob("f", "low", JobOption.unique("low"));
            uniques.forEach(unique -> client.doBackgroundJob("g", unique, JobOption.unique(unique)));
            server.kill();
            server.restart();

            var order = Collections.synchronizedList(new ArrayList<String>());
            var bytes = new ConcurrentHashMap<String, byte[]>();
            gearman.workers()
                    .register("f", job -> note(order, bytes, job.unique().orElse(""), job.bytes()), all -> all);
            var low = new ConcurrentHashMap<String, byte[]>();
            gearman.workers()
                    .register(
                            "com.acme.Works~low",
                            job -> note(new ArrayList<>(), low, job.unique().orElse(""), job.bytes()),
                            all -> all);
            var kept = new ConcurrentHashMap<String, String>();
            gearman.workers().register("g", job -> kept.put(job.unique().orElse(""), job.text()), all -> all);

            Awaitility.await("all is done").atMost(SOON).untilAsserted(() -> {
                assertThat(order).containsExactlyInAnyOrder("high", "normal", "low");
                assertThat(low).containsOnlyKeys("low");
                assertThat(kept).containsOnlyKeys(uniques);
            });
            if (type != QueueType.POSTGRES) { // see KnownFaults
                assertThat(order).containsExactly("high", "normal", "low");
            }
            assertThat(bytes.get("high")).isEqualTo(every);
            assertThat(low.get("low")).isEqualTo(every);
            assertThat(kept)
                    .allSatisfy((unique, workload) -> assertThat(workload).isEqualTo(unique));
        }
    }

    private static String note(List<String> order, Map<String, byte[]> all, String unique, byte[] workload) {
        all.put(unique, workload);
        order.add(unique);
        return "";
    }

    @ParameterizedTest
    @EnumSource
    void aJobThatHasEndedDoesNotComeBack(QueueType type) throws Exception {
        try (var store = type.start();
                var server = new Gearmand(store::options);
                var gearman = Gearmen.at(server.address()).build()) {
            var runs = new ConcurrentLinkedQueue<String>();
            gearman.workers().register("f", job -> String.valueOf(runs.add(job.text())), all -> all);
            var handle = gearman.client().foreign().doBackgroundJob("f", "once", JobOption.unique("once"));
            Awaitility.await("it has ended")
                    .atMost(SOON)
                    .until(() -> !runs.isEmpty()
                            && !gearman.client().getJobStatus(handle).isKnown());
            server.kill();
            server.restart();
            gearman.client().foreign().doBackgroundJob("f", "last", JobOption.unique("last"));

            Awaitility.await("the last one has run").atMost(SOON).until(() -> runs.contains("last"));
            assertThat(runs).containsExactly("once", "last");
        }
    }

    @Test
    void sqliteKeepsTheTimeOfADelayedJob() throws Exception {
        try (var store = QueueType.SQLITE.start();
                var server = new Gearmand(store::options);
                var gearman = Gearmen.at(server.address()).build()) {
            var inAnHour = JobOption.notBefore(Instant.now().plus(Duration.ofHours(1)));
            gearman.client().foreign().doBackgroundJob("f", "later", JobOption.unique("later"), inAnHour);
            gearman.client().foreign().doBackgroundJob("f", "now", JobOption.unique("now"));
            server.kill();
            server.restart();

            assertThat(ran(gearman, "f", 1)).containsExactly("now");
            Awaitility.await("the other one waits")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(gearman.admin().status(server.address()))
                            .singleElement()
                            .satisfies(row -> assertThat(row.waiting()).isEqualTo(1)));
        }
    }

    private static List<String> ran(Gearman gearman, String function, int jobs) {
        var order = Collections.synchronizedList(new ArrayList<String>());
        gearman.workers().register(function, job -> String.valueOf(order.add(job.text())), all -> all);
        Awaitility.await("all have run").atMost(SOON).until(() -> order.size() >= jobs);
        return List.copyOf(order);
    }

    /**
     * What operators read of these stores in docs/operations.adoc. A test that fails here tells of a gearmand that is
     * better.
     */
    @Nested
    class KnownFaults {

        @Test
        void postgresKeepsNeitherPriorityNorTime() throws Exception {
            try (var store = QueueType.POSTGRES.start();
                    var server = new Gearmand(store::options);
                    var gearman = Gearmen.at(server.address()).build()) {
                var client = gearman.client().foreign();
                var inAnHour = JobOption.notBefore(Instant.now().plus(Duration.ofHours(1)));
                client.doBackgroundJob("f", "normal", JobOption.unique("1"));
                client.doBackgroundJob("f", "in an hour", JobOption.unique("2"), inAnHour);
                client.doHighBackgroundJob("f", "high", JobOption.unique("3"));
                server.kill();
                server.restart();

                assertThat(ran(gearman, "f", 3)).containsExactly("normal", "in an hour", "high");
            }
        }

        @Test
        void postgresTakesNoFunctionOfMoreThan255Bytes() throws Exception {
            try (var store = QueueType.POSTGRES.start();
                    var server = new Gearmand(store::options);
                    var gearman = Gearmen.at(server.address()).build()) {
                var client = gearman.client().foreign();
                client.doBackgroundJob("f".repeat(255), "w", JobOption.unique("1"));

                assertThatThrownBy(() -> client.doBackgroundJob("f".repeat(256), "w", JobOption.unique("2")))
                        .isInstanceOf(QueueFullException.class);
            }
        }

        @Test
        void redisRefusesDelayedJobs() throws Exception {
            try (var store = QueueType.REDIS.start();
                    var server = new Gearmand(store::options);
                    var gearman = Gearmen.at(server.address()).build()) {
                var later = JobOption.notBefore(Instant.now().plus(Duration.ofHours(1)));

                assertThatThrownBy(() -> gearman.client().foreign().doBackgroundJob("f", "w", later))
                        .isInstanceOf(QueueFullException.class);
            }
        }

        @Test
        void redisCutsAWorkloadAtItsFirstByteOfZero() throws Exception {
            try (var store = QueueType.REDIS.start();
                    var server = new Gearmand(store::options);
                    var gearman = Gearmen.at(server.address()).build()) {
                gearman.client().foreign().doBackgroundJob("f", "a\0b", JobOption.unique("u"));
                server.kill();
                server.restart();

                assertThat(ran(gearman, "f", 1)).containsExactly("a");
            }
        }

        @Test
        void redisGivesAFunctionWithAHyphenBackUnderAnotherName() throws Exception {
            try (var store = QueueType.REDIS.start();
                    var server = new Gearmand(store::options);
                    var gearman = Gearmen.at(server.address()).build()) {
                gearman.client().foreign().doBackgroundJob("my-job", "w", JobOption.unique("u"));
                server.kill();
                server.restart();

                assertThat(gearman.admin().status(server.address()))
                        .extracting(FunctionStatus::function)
                        .containsExactly("my");
            }
        }
    }
}
