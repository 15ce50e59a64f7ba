package io.gearmancdi.it.soak;

import static io.gearmancdi.it.soak.Visitors.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gearmancdi.admin.FunctionStatus;
import io.gearmancdi.driver.Gearman;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakIT {
    private static final Duration DURATION = Duration.parse(System.getProperty("soak.duration", "PT2M"));
    private static final int RATE = Integer.getInteger("soak.rate", 500);
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final System.Logger LOGGER = System.getLogger("io.gearmancdi.it.soak");

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    @TempDir
    Path directory;

    @AfterEach
    void end() {
        clock.shutdownNow();
    }

    private static Gearman connect(Program server) {
        return Gearman.builder()
                .servers(List.of(server.address()))
                .generateUniqueKeys(false)
                .connectTimeout(Duration.ofSeconds(5))
                .clientTimeout(Duration.ofSeconds(30))
                .reconnectDelay(Duration.ofMillis(10), Duration.ofMillis(200))
                .build();
    }

    @Test
    void nothingGrowsNothingSlowsDownAndNothingIsLost() throws Exception {
        try (var server = new Program();
                var gearman = connect(server)) {
            var load = new Load(gearman, RATE, DURATION);
            var visitors = new Visitors(server.address());
            load.startOn(clock);
            visitors.startOn(clock);

            assertThat(load.awaitEnd(DURATION.dividedBy(4))).isFalse(); // until all is warm
            var serverBefore = Footprint.of(server.handle());
            var clientBefore = Footprint.ofThis();
            assertThat(load.awaitEnd(DURATION.plus(SOON)))
                    .as("every submission is answered")
                    .isTrue();
            Footprint.of(server.handle()).hasNotGrownSince(serverBefore, "server");
            Footprint.ofThis().hasNotGrownSince(clientBefore, "client and workers");

            stopVisits();
            assertThat(visitors.unsettled())
                    .as("background jobs of visitors that were not cancelled")
                    .isZero();
            awaitTrue("all background jobs have run", () -> load.missing() == 0);
            awaitTrue(
                    "nothing is left of any job",
                    () -> gearman.admin().jobs(server.address()).isEmpty());
            assertThat(gearman.admin().status(server.address()))
                    .extracting(FunctionStatus::function, FunctionStatus::total, FunctionStatus::running)
                    .containsExactlyInAnyOrder(tuple("echo", 0L, 0L), tuple("note", 0L, 0L), tuple(NOBODY, 0L, 0L));
            assertThat(visitors.cancelled()).isPositive();
            assertThat(load.failed()).as("no failure").isZero();
            assertThat(load.unexpected()).as("the answers of another job").isZero();
            assertThat(load.accepted()).isEqualTo(load.jobs() * 2L / 5);
            assertStable(load.latencies(), Duration.ofSeconds(1));
        }
    }

    @Test
    void nothingIsLostAndNothingGrowsWhileTheServerIsKilledAgainAndAgain() throws Exception {
        try (var server = new Program("--queue-type=file", "--queue-directory=" + directory.resolve("jobs"));
                var gearman = connect(server)) {
            var load = new Load(gearman, RATE, DURATION);
            var visitors = new Visitors(server.address());
            load.startOn(clock);
            visitors.startOn(clock);

            int restarts = 0;
            Footprint before = null;
            for (long begin = System.nanoTime(); !load.awaitEnd(BETWEEN_RESTARTS); restarts++) {
                var gone = Duration.ofNanos(System.nanoTime() - begin);
                assertThat(gone).as("every submission ends").isLessThan(DURATION.plus(SOON));
                if (before == null && gone.compareTo(DURATION.dividedBy(4)) > 0) {
                    before = Footprint.ofThis();
                }
                server.restart();
            }
            stopVisits();
            assertThat(before).isNotNull();
            Footprint.ofThis().hasNotGrownSince(before, "client and workers");

            awaitTrue("all that was accepted has run", () -> load.missing() == 0);
            assertThat(restarts).isGreaterThanOrEqualTo((int) (DURATION.toSeconds() / 20));
            assertThat(load.unexpected())
                    .as("answers of other jobs, failures of other kinds")
                    .isZero();
            assertThat(load.accepted()).isGreaterThan(load.jobs() / 5);
            server.restart();
            awaitTrue(
                    "the store is as empty as the queue was",
                    () -> gearman.admin().jobs(server.address()).size() <= visitors.unsettled());
            assertStable(load.latencies(), Duration.ofSeconds(5));
        }
    }

    /** One that has begun comes to its end. */
    private void stopVisits() throws InterruptedException {
        clock.shutdown();
        assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void awaitTrue(String what, BooleanSupplier condition) {
        Awaitility.await(what).atMost(SOON).ignoreExceptions().until(condition::getAsBoolean);
    }

    private static void assertStable(Latencies latencies, Duration grace) {
        long first = latencies.p99OfFirstHalf();
        long second = latencies.p99OfSecondHalf();
        LOGGER.log(System.Logger.Level.INFO, "p99 of the first half {0} us, of the second {1} us", first, second);
        assertThat(second)
                .as("p99 of the second half; of the first: %d", first)
                .isLessThan(3 * first + grace.toNanos() / 1000);
    }
}
