package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.SubmissionUnknownException;
import io.gearmancdi.driver.Gearman;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three job servers, of which one is killed or hangs. */
@Timeout(120)
class SeveralServersTest {

    private static final int UNIQUES = 30;
    private static final Duration SOON = Duration.ofSeconds(30);
    /**
     * Far longer than the time in which a server is found out, far shorter than the heartbeat and the client's timeout.
     */
    private static final Duration BOUND = Duration.ofSeconds(15);

    private Cluster cluster;

    @BeforeEach
    void start() throws IOException {
        cluster = new Cluster();
    }

    @AfterEach
    void stop() throws IOException {
        cluster.close();
    }

    @Test
    void nothingAcceptedIsLostAndNoCallIsSubmittedTwiceWhenEachIsKilledInTurn() throws Exception {
        try (var gearman = cluster.gearman().build();
                var traffic = new Traffic(gearman, BOUND)) {
            for (var server : cluster.servers()) {
                awaitMore(traffic, server.address());
                server.kill();
                for (var other : cluster.servers()) {
                    if (other != server) {
                        awaitMore(traffic, other.address());
                    }
                }
                server.restart();
                awaitMore(traffic, server.address());
            }
            traffic.stop();
            Awaitility.await("all that was accepted has run")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(traffic.runs())
                            .containsKeys(traffic.accepted().toArray(String[]::new)));

            assertThat(traffic.runs()).allSatisfy((name, runs) -> {
                if (name.startsWith("foreground-")) {
                    assertThat(runs).as(name).isEqualTo(1);
                }
            });
            assertThat(traffic.failures())
                    .as("callers that waited too long")
                    .noneMatch(JobTimeoutException.class::isInstance);
        }
    }

    private static void awaitMore(Traffic traffic, ServerAddress server) {
        long before = traffic.acceptedBy(server);
        Awaitility.await("jobs are accepted by " + server)
                .atMost(SOON)
                .until(() -> traffic.acceptedBy(server) > before + 2);
    }

    @Test
    void onlyTheShareOfAKilledOneMovesAndItIsBackWithTheServer() throws Exception {
        try (var gearman = cluster.gearman().build()) {
            var before = placesOfAll(gearman);
            assertThat(Set.copyOf(before.values())).as("all have a share").hasSize(3);
            var gone = cluster.at(before.get("unique-0"));

            gone.kill();
            var meanwhile = placesOfAll(gearman);
            assertThat(meanwhile).doesNotContainValue(gone.address());
            assertThat(meanwhile).containsAllEntriesOf(without(before, gone.address()));

            gone.restart();
            Awaitility.await("it is used again")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(placesOfAll(gearman)).isEqualTo(before));
        }
    }

    @Test
    void oneThatHangsIsPassedByAndUsedAgainWhenItGoesOn() throws Exception {
        try (var gearman = cluster.gearman().heartbeat(Duration.ofMinutes(5)).build()) {
            var before = placesOfAll(gearman);
            var hung = cluster.at(before.get("unique-0"));

            hung.signal("STOP");
            var held = gearman.client().foreign().doBackgroundJobAsync("f", "x", JobOption.unique("unique-0"));
            Awaitility.await("it is found out").atMost(SOON).until(() -> {
                try {
                    return !place(gearman, "unique-0", Duration.ofSeconds(1)).equals(hung.address());
                } catch (JobTimeoutException e) {
                    return false;
                }
            });
            var meanwhile = placesOfAll(gearman);
            assertThat(meanwhile).doesNotContainValue(hung.address());
            assertThat(meanwhile).containsAllEntriesOf(without(before, hung.address()));

            hung.signal("CONT");
            assertThat(held.toCompletableFuture().thenApply(JobHandle::server))
                    .succeedsWithin(SOON)
                    .isEqualTo(hung.address());
            Awaitility.await("it is used again")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(placesOfAll(gearman)).isEqualTo(before));
        }
    }

    @Test
    void oneThatHangsIsPassedByAlsoWhenItsConnectionIsMadeAnew() throws Exception {
        try (var gearman = cluster.gearman().heartbeat(Duration.ofMillis(500)).build()) {
            var before = placesOfAll(gearman);
            var hung = cluster.at(before.get("unique-0"));

            hung.signal("STOP");
            // Unless the heartbeat was faster
            assertThat(catchThrowable(() -> place(gearman, "unique-0", BOUND)))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            unknown -> assertThat(unknown).isInstanceOf(SubmissionUnknownException.class));
            Awaitility.await("no caller goes there, however often it is connected again")
                    .during(Duration.ofSeconds(2))
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(placesOfAll(gearman)).doesNotContainValue(hung.address()));

            hung.signal("CONT");
            Awaitility.await("it is used again")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(placesOfAll(gearman)).isEqualTo(before));
        }
    }

    @Test
    void aWorkerWithOneSlotGoesOnWhenOneHangs() throws Exception {
        Set<String> done = ConcurrentHashMap.newKeySet();
        try (var client = cluster.gearman().build();
                var gearman = cluster.gearman().heartbeat(Duration.ofMinutes(5)).build()) {
            var before = placesOfAll(client);
            var hung = cluster.at(before.get("unique-0"));
            gearman.workers().register("f", job -> String.valueOf(done.add(job.text())), all -> all.withConcurrency(1));
            Awaitility.await("it works").atMost(SOON).until(() -> done.containsAll(before.keySet()));

            hung.signal("STOP");
            var others =
                    cluster.servers().stream().filter(server -> server != hung).toList();
            for (int i = 0; i < 20; i++) {
                var one = "more-" + i;
                var at = others.get(i % others.size()).address();
                client.client().foreign().withServers(at).doBackgroundJob("f", one, JobOption.unique(one));
                Awaitility.await(one)
                        .atMost(BOUND)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> done.contains(one));
            }

            hung.signal("CONT");
            var last = client.client().foreign().withServers(hung.address());
            last.doBackgroundJob("f", "last", JobOption.unique("last"));
            Awaitility.await("it serves that one again").atMost(SOON).until(() -> done.contains("last"));
        }
    }

    private static Map<String, ServerAddress> placesOfAll(Gearman gearman) {
        var places = new TreeMap<String, ServerAddress>();
        IntStream.range(0, UNIQUES)
                .mapToObj(i -> "unique-" + i)
                .forEach(unique -> places.put(unique, place(gearman, unique, BOUND)));
        return places;
    }

    /** Asks again where a server was lost with the request on its way, as its unique allows. */
    private static ServerAddress place(Gearman gearman, String unique, Duration within) {
        var client = gearman.client().foreign();
        var options = new JobOption[] {JobOption.unique(unique), JobOption.timeout(within)};
        try {
            return client.doBackgroundJob("f", unique, options).server();
        } catch (SubmissionUnknownException e) {
            return client.doBackgroundJob("f", unique, options).server();
        }
    }

    private static Map<String, ServerAddress> without(Map<String, ServerAddress> places, ServerAddress server) {
        var rest = new TreeMap<>(places);
        rest.values().removeIf(server::equals);
        return rest;
    }
}
