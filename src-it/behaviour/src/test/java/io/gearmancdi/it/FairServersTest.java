package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker whose three servers all have plenty of jobs. */
@Timeout(60)
class FairServersTest {

    private static final int JOBS = 300;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<Plenty> jobs = List.of(new Plenty(), new Plenty(), new Plenty());
    private Peer first;
    private Peer second;
    private Peer third;
    private Gearman gearman;

    @BeforeEach
    void start() throws IOException {
        first = Peer.following(jobs.get(0));
        second = Peer.following(jobs.get(1));
        third = Peer.following(jobs.get(2));
        gearman = Gearman.builder()
                .servers(List.of(first.address(), second.address(), third.address()))
                .shutdownTimeout(Duration.ofMillis(500))
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        gearman.close();
        first.close();
        second.close();
        third.close();
    }

    @Test
    void oneSlotServesThemInTurn() {
        work(1);
        var before = given();
        Awaitility.await("jobs are done").atMost(SOON).until(() -> given().sum() > before.sum() + JOBS);
        var since = given().minus(before);

        assertThat(since.fewest()).as("the fewest of %s", since).isGreaterThan(since.sum() / jobs.size() / 2);
    }

    @Test
    void severalSlotsLetNoneStarve() {
        work(5);
        var before = given();

        Awaitility.await("jobs of each are done")
                .atMost(SOON)
                .until(() -> given().minus(before).fewest() > JOBS / jobs.size());
    }

    private void work(int slots) {
        gearman.workers().register("f", job -> job.bytes(), all -> all.withConcurrency(slots));
        Awaitility.await("all are asked").atMost(SOON).until(() -> given().fewest() > 0);
    }

    private Given given() {
        return new Given(jobs.stream().map(one -> one.given).toList());
    }

    /** How many jobs each has given. */
    private record Given(List<Integer> jobs) {

        int sum() {
            return jobs.stream().mapToInt(Integer::intValue).sum();
        }

        int fewest() {
            return jobs.stream().mapToInt(Integer::intValue).min().orElseThrow();
        }

        Given minus(Given before) {
            return new Given(IntStream.range(0, jobs.size())
                    .mapToObj(i -> jobs.get(i) - before.jobs.get(i))
                    .toList());
        }
    }

    /** Always has a job. */
    private static final class Plenty implements Peer.Script {

        private volatile int given;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // by the thread of the one connection
        public void heard(Peer.Talk talk, Peer.Heard one) throws IOException {
            if (one.type() == PacketType.GRAB_JOB_UNIQ) {
                talk.say(PacketType.JOB_ASSIGN_UNIQ, "H:peer:" + given, "f", "", "x");
                given++;
            }
        }
    }
}
