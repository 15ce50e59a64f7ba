package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that sends error after error fills nobody's log. */
@Timeout(60)
class ErrorFloodTest {

    private static final int ERRORS = 10_000;

    private static final Peer.Script FLOOD = (talk, one) -> {
        switch (one.type()) {
            case OPTION_REQ -> talk.say(PacketType.OPTION_RES, "exceptions");
            case SUBMIT_JOB -> {
                talk.say(PacketType.JOB_CREATED, "H:peer:1");
                flood(talk);
                talk.say(PacketType.WORK_COMPLETE, "H:peer:1", "done");
            }
            case CAN_DO -> flood(talk);
            case GRAB_JOB_UNIQ -> talk.say(PacketType.NO_JOB);
            case ECHO_REQ -> talk.say(PacketType.ECHO_RES, new String(one.body(), UTF_8));
            default -> {}
        }
    };

    private static void flood(Peer.Talk talk) throws IOException {
        for (int i = 0; i < ERRORS; i++) {
            talk.say(PacketType.ERROR, "SOME", "thing");
        }
    }

    @Test
    void ofAWorker() throws IOException {
        try (var log = new Logged();
                var peer = Peer.following(FLOOD);
                var gearman = gearman(peer)) {
            gearman.workers().register("f", job -> job.bytes(), all -> all);
            Awaitility.await("all was read")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> peer.count(PacketType.PRE_SLEEP) > 0);
            assertSaidOnce(log);
        }
    }

    @Test
    void ofAClient() throws IOException {
        try (var log = new Logged();
                var peer = Peer.following(FLOOD);
                var gearman = gearman(peer)) {
            assertThat(gearman.client().foreign().doJob("f", "x").text()).isEqualTo("done");
            assertSaidOnce(log);
        }
    }

    private static void assertSaidOnce(Logged log) {
        assertThat(log.lines()).filteredOn(line -> line.contains("GCDR-012")).hasSize(1);
    }

    private static Gearman gearman(Peer peer) {
        return Gearman.builder()
                .servers(List.of(peer.address()))
                .clientTimeout(Duration.ofSeconds(20))
                .shutdownTimeout(Duration.ofMillis(500))
                .build();
    }
}
