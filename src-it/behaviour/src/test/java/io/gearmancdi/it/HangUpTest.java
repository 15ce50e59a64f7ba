package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.JobOption;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.SubmissionUnknownException;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who takes connections and hangs up, as something between client and server does that has no server. */
@Timeout(60)
class HangUpTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CALLS = 200;

    private final AtomicBoolean hangsUp = new AtomicBoolean(true);

    /** While it hangs up it does so when it has read the greeting, so that it is not known what became of the rest. */
    private final Peer.Script script = (talk, one) -> {
        if (hangsUp.get()) {
            talk.close();
        }
        switch (one.type()) {
            case OPTION_REQ -> talk.say(PacketType.OPTION_RES, "exceptions");
            case SUBMIT_JOB -> {
                talk.say(PacketType.JOB_CREATED, "H:peer:1");
                talk.say(PacketType.WORK_COMPLETE, "H:peer:1", "done");
            }
            default -> {}
        }
    };

    @Test
    void isAskedLastAndConnectedToWithGrowingPauses() throws IOException {
        try (var bad = Peer.following(script);
                var good = Peer.following(HangUpTest::answers);
                var gearman = gearman(bad.address(), good.address())) {
            long unknown = IntStream.range(0, CALLS)
                    .filter(i -> isUnknown(gearman, "unique-" + i))
                    .count();

            assertThat(unknown).as("what was written before it was known").isLessThanOrEqualTo(1);
            assertThat(good.count(PacketType.SUBMIT_JOB)).isEqualTo(CALLS - unknown);
            assertThat(bad.connections()).as("connections to it").isBetween(1, CALLS / 10);
        }
    }

    @Test
    void isUsedAgainWhenItAnswers() throws IOException {
        try (var bad = Peer.following(script);
                var good = Peer.following(HangUpTest::answers);
                var gearman = gearman(bad.address(), good.address())) {
            IntStream.range(0, CALLS).forEach(i -> isUnknown(gearman, "unique-" + i));

            hangsUp.set(false);

            Awaitility.await().atMost(SOON).until(() -> {
                IntStream.range(0, CALLS).forEach(i -> isUnknown(gearman, "unique-" + i));
                return bad.count(PacketType.SUBMIT_JOB) > 0;
            });
        }
    }

    @Test
    void isNoServerIfItIsTheOnlyOne() throws IOException {
        try (var bad = Peer.following(script);
                var gearman = gearman(bad.address())) {
            assertThatThrownBy(() -> call(gearman, "first"))
                    .as("its bytes were written")
                    .isInstanceOf(SubmissionUnknownException.class);

            assertThatThrownBy(() -> call(gearman, "second")).isInstanceOf(ServerConnectionException.class);
        }
    }

    @Test
    void isWaitedForAfterARestart() throws IOException {
        hangsUp.set(false);
        try (var server = Peer.following(script);
                var gearman = gearman(server.address())) {
            assertThat(call(gearman, "before")).isEqualTo("done");
            hangsUp.set(true);
            assertThatThrownBy(() -> call(gearman, "lost")).isInstanceOf(SubmissionUnknownException.class);
            int before = server.connections();

            var call = gearman.client().foreign().doJobAsync("f", "x").toCompletableFuture();
            Awaitility.await("it hangs up on the next ones")
                    .atMost(SOON)
                    .until(() -> server.connections() > before + 1);
            hangsUp.set(false);

            assertThat(call)
                    .succeedsWithin(SOON)
                    .satisfies(result -> assertThat(result.text()).isEqualTo("done"));
        }
    }

    private static void answers(Peer.Talk talk, Peer.Heard one) throws IOException {
        switch (one.type()) {
            case OPTION_REQ -> talk.say(PacketType.OPTION_RES, "exceptions");
            case SUBMIT_JOB -> {
                talk.say(PacketType.JOB_CREATED, "H:good:1");
                talk.say(PacketType.WORK_COMPLETE, "H:good:1", "done");
            }
            default -> {}
        }
    }

    private static Gearman gearman(ServerAddress... servers) {
        return Gearman.builder()
                .servers(List.of(servers))
                .clientTimeout(SOON)
                .connectTimeout(Duration.ofSeconds(10))
                .reconnectDelay(Duration.ofMillis(100), Duration.ofSeconds(1))
                .build();
    }

    private static boolean isUnknown(Gearman gearman, String unique) {
        try {
            return !call(gearman, unique).equals("done");
        } catch (SubmissionUnknownException e) {
            return true;
        }
    }

    private static String call(Gearman gearman, String unique) {
        return gearman.client()
                .foreign()
                .doJob("f", "x", JobOption.unique(unique))
                .text();
    }
}
