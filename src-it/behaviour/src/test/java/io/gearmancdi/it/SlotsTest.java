package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.LimitPolicy;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many jobs a worker asks for, counted by a server that has plenty. */
@Timeout(60)
class SlotsTest {

    private static final int SLOTS = 3;
    private static final int JOBS = 300;
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void areNeverFewerThanTheJobsAskedFor() throws IOException {
        var ledger = new Ledger(JOBS);
        try (var peer = Peer.following(ledger);
                var gearman = gearman(peer)) {
            gearman.workers().register("f", job -> job.bytes(), all -> all.withConcurrency(SLOTS));
            Awaitility.await().atMost(SOON).until(() -> ledger.ended.get() == JOBS);
        }
        assertThat(ledger.mostAtOnce).as("asked for or running, at once").isEqualTo(SLOTS);
    }

    @Test
    void andIterationsLeftAreNeverFewerThanTheJobsAskedFor() throws IOException {
        var ledger = new Ledger(JOBS);
        try (var peer = Peer.following(ledger);
                var gearman = gearman(peer)) {
            gearman.workers()
                    .register(
                            "f",
                            job -> job.bytes(),
                            all -> all.withConcurrency(SLOTS).withIterations(10).withOnLimit(LimitPolicy.STOP));
            Awaitility.await("it has stopped").atMost(SOON).until(() -> peer.connections() == 1 && peer.open() == 0);
        }
        assertThat(ledger.asked).isEqualTo(10);
        assertThat(ledger.ended).hasValue(10);
    }

    @Test
    void andWhatIsFetchedBeforeItsTimeBoundTheJobsAskedFor() throws IOException {
        var ledger = new Ledger(JOBS);
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        try (var peer = Peer.following(ledger);
                var gearman = gearman(peer)) {
            gearman.workers()
                    .register(
                            "f",
                            job -> {
                                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                                atOnce.decrementAndGet();
                                return job.bytes();
                            },
                            all -> all.withConcurrency(SLOTS).withPrefetch(8));
            Awaitility.await().atMost(SOON).until(() -> ledger.ended.get() == JOBS);
        }
        assertThat(ledger.mostAtOnce)
                .as("asked for, waiting or running, at once")
                .isEqualTo(SLOTS + 8);
        assertThat(most).as("running at once").hasValueLessThanOrEqualTo(SLOTS);
    }

    @Test
    void noMoreIsFetchedThanIterationsAreLeft() throws IOException {
        var ledger = new Ledger(JOBS);
        try (var peer = Peer.following(ledger);
                var gearman = gearman(peer)) {
            gearman.workers()
                    .register(
                            "f",
                            job -> job.bytes(),
                            all -> all.withPrefetch(64).withIterations(10).withOnLimit(LimitPolicy.STOP));
            Awaitility.await("it has stopped").atMost(SOON).until(() -> peer.connections() == 1 && peer.open() == 0);
        }
        assertThat(ledger.asked).isEqualTo(10);
        assertThat(ledger.ended).hasValue(10);
    }

    private static Gearman gearman(Peer peer) {
        return Gearman.builder()
                .servers(List.of(peer.address()))
                .shutdownTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Has so many jobs, and keeps count. Written by the thread of the one connection. */
    private static final class Ledger implements Peer.Script {

        private final int jobs;
        private int given;
        private int asked;
        private int running;
        private final AtomicInteger ended = new AtomicInteger();
        private int mostAtOnce;

        Ledger(int jobs) {
            this.jobs = jobs;
        }

        @Override
        public void heard(Peer.Talk talk, Peer.Heard one) throws IOException {
            switch (one.type()) {
                case GRAB_JOB_UNIQ -> {
                    asked++;
                    running++;
                    mostAtOnce = Math.max(mostAtOnce, running);
                    if (given < jobs) {
                        given++;
                        talk.say(PacketType.JOB_ASSIGN_UNIQ, "H:peer:" + given, "f", "", "x");
                    } else {
                        running--;
                        talk.say(PacketType.NO_JOB);
                    }
                }
                case WORK_COMPLETE -> {
                    running--;
                    ended.incrementAndGet();
                }
                case ECHO_REQ -> talk.say(PacketType.ECHO_RES, new String(one.body(), UTF_8));
                default -> {}
            }
        }
    }
}
