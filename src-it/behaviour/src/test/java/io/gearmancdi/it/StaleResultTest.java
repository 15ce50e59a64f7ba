package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job that ends after its connection was lost: handles are numbered anew by a new server, so its result may harm. */
@Timeout(60)
class StaleResultTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void isNeverSentOnANewConnection() throws Exception {
        var first = new AtomicReference<Peer.Talk>();
        var runs = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var secondEnded = new CompletableFuture<Peer.Heard>();
        try (var peer = Peer.following((talk, one) -> {
                    switch (one.type()) {
                        case GRAB_JOB_UNIQ -> {
                            first.compareAndSet(null, talk);
                            talk.say(
                                    PacketType.JOB_ASSIGN_UNIQ,
                                    "H:peer:" + talk.number(),
                                    "f",
                                    "",
                                    talk.number() == 1 ? "first" : "second");
                        }
                        case WORK_COMPLETE -> secondEnded.complete(one);
                        default -> {}
                    }
                });
                var gearman = gearman(peer)) {
            gearman.workers()
                    .register(
                            "f",
                            job -> {
                                if (job.text().equals("first")) {
                                    runs.countDown();
                                    mayEnd.await();
                                    job.sendData("late data of the first");
                                    job.sendStatus(1, 2);
                                }
                                return "result of the " + job.text();
                            },
                            all -> all);
            assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
            close(first.get());
            Awaitility.await("connected again").atMost(SOON).until(() -> peer.connections() == 2);
            Awaitility.await("all is said")
                    .atMost(SOON)
                    .until(() -> peer.heard().stream()
                            .anyMatch(one -> one.connection() == 2 && one.type() == PacketType.CAN_DO));
            mayEnd.countDown();

            // There is one slot: what the first job sends comes before this
            var end = secondEnded.get(20, TimeUnit.SECONDS);
            assertThat(new String(end.body(), UTF_8)).isEqualTo("H:peer:2\0result of the second");
            assertThat(peer.heard())
                    .filteredOn(one -> one.connection() == 2)
                    .extracting(one -> new String(one.body(), UTF_8))
                    .noneMatch(body -> body.contains("H:peer:1") || body.contains("first"));
        }
    }

    private static void close(Peer.Talk talk) throws IOException {
        talk.close();
    }

    private static Gearman gearman(Peer peer) {
        return Gearman.builder()
                .servers(List.of(peer.address()))
                .reconnectDelay(Duration.ofMillis(10), Duration.ofMillis(100))
                .shutdownTimeout(Duration.ofSeconds(2))
                .build();
    }
}
