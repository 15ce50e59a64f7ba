package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker with one slot, asking two servers, one of which answers late. */
@Timeout(60)
class LateAnswerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void aJobThatComesAfterItsSlotWasGivenAwayRunsOnceWhenThereIsOne() throws IOException {
        var slow = new Silent();
        var other = new Busy();
        try (var slowPeer = Peer.following(slow);
                var otherPeer = Peer.following(other);
                var gearman = gearman(slowPeer, otherPeer)) {
            Awaitility.await("it is asked, and says nothing").atMost(SOON).until(() -> slow.asked != null);
            awaitMore(other);
            other.next.set("hold");
            Awaitility.await("the slot is taken").atMost(SOON).until(() -> begun.contains("hold"));

            slow.asked.say(PacketType.JOB_ASSIGN_UNIQ, "H:late", "f", "", "late");
            Awaitility.await("it is asked again").atMost(SOON).until(() -> {
                mayEnd.countDown();
                return slowPeer.count(PacketType.GRAB_JOB_UNIQ) > 1;
            });
            assertThat(slowPeer.count(PacketType.WORK_COMPLETE)).isEqualTo(1);
        }
        assertThat(begun).containsOnlyOnce("late");
        assertThat(most).as("jobs at once").hasValue(1);
    }

    @Test
    void aServerThatWasSilentIsNotAskedForJobsBeforeItHasSaidSomething() throws IOException {
        var slow = new Silent();
        var other = new Busy();
        try (var slowPeer = Peer.following(slow);
                var otherPeer = Peer.following(other);
                var gearman = gearman(slowPeer, otherPeer)) {
            Awaitility.await("it is asked, and says nothing").atMost(SOON).until(() -> slow.asked != null);
            awaitMore(other);

            slow.asked.close();
            Awaitility.await("it is greeted anew").atMost(SOON).until(() -> slow.greeted != null);
            awaitMore(other);
            assertThat(slowPeer.count(PacketType.GRAB_JOB_UNIQ)).isEqualTo(1);

            slow.greeted.say(PacketType.ECHO_RES, "ping");
            Awaitility.await("it is asked again")
                    .atMost(SOON)
                    .until(() -> slowPeer.count(PacketType.GRAB_JOB_UNIQ) > 1);
        }
    }

    @Test
    void aServerThatIsSilentIsNotWaitedForAtTheEnd() throws Exception {
        var slow = new Silent();
        var other = new Busy();
        try (var slowPeer = Peer.following(slow);
                var otherPeer = Peer.following(other);
                var gearman = gearman(slowPeer, otherPeer)) {
            Awaitility.await("it is asked, and says nothing").atMost(SOON).until(() -> slow.asked != null);
            awaitMore(other);

            gearman.workers()
                    .stop("f", Duration.ofMinutes(10))
                    .toCompletableFuture()
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void awaitMore(Busy server) {
        int before = server.ended.get();
        Awaitility.await("more of its jobs run").atMost(SOON).until(() -> server.ended.get() >= before + 20);
    }

    private Gearman gearman(Peer... peers) {
        var gearman = Gearman.builder()
                .servers(List.of(peers[0].address(), peers[1].address()))
                .connectTimeout(Duration.ofMillis(500))
                .reconnectDelay(Duration.ofMillis(10), Duration.ofMillis(100))
                .shutdownTimeout(Duration.ofMillis(200))
                .build();
        gearman.workers().register("f", job -> run(job.text()), all -> all);
        return gearman;
    }

    private String run(String job) throws InterruptedException {
        begun.add(job);
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            if (job.equals("hold") && !mayEnd.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody lets it end");
            }
            return job;
        } finally {
            atOnce.decrementAndGet();
        }
    }

    /** Remembers who asked, and answers nothing. */
    private static final class Silent implements Peer.Script {

        private volatile Peer.Talk asked;
        private volatile Peer.Talk greeted;

        @Override
        public void heard(Peer.Talk talk, Peer.Heard one) {
            switch (one.type()) {
                case GRAB_JOB_UNIQ -> asked = talk;
                case ECHO_REQ -> greeted = talk;
                default -> {}
            }
        }
    }

    /** Always has a job. */
    private static final class Busy implements Peer.Script {

        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicReference<String> next = new AtomicReference<>("x");
        private int given;

        @Override
        public void heard(Peer.Talk talk, Peer.Heard one) throws IOException {
            switch (one.type()) {
                case GRAB_JOB_UNIQ -> {
                    talk.say(PacketType.JOB_ASSIGN_UNIQ, "H:peer:" + ++given, "f", "", next.getAndSet("x"));
                }
                case WORK_COMPLETE -> ended.incrementAndGet();
                case ECHO_REQ -> talk.say(PacketType.ECHO_RES, new String(one.body(), UTF_8));
                default -> {}
            }
        }
    }
}
