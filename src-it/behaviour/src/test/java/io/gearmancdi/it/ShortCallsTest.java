package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobOption;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls with so little time left that it is not worth while to read in place of the I/O thread. */
@Timeout(60)
class ShortCallsTest {

    private static final Duration SHORT = Duration.ofNanos(1_900_000);
    private static final int CALLS = 100;
    private static final int LARGE = 1024 * 1024;

    @Test
    void areNotKeptFromTheirAnswersByTheCallBefore() throws IOException {
        try (var peer = Peer.following(ShortCallsTest::answers);
                var gearman = Gearman.builder().servers(List.of(peer.address())).build()) {
            int inTime = 0;
            for (int i = 0; i < CALLS; i++) {
                // While it reads that, the I/O thread finds the connection lent, and looks elsewhere for a while
                gearman.client().foreign().doJob("large", "x");
                try {
                    gearman.client().foreign().doJob("small", "x", JobOption.timeout(SHORT));
                    inTime++;
                } catch (JobTimeoutException e) {
                    // Its answer was too late, or nobody looked
                }
            }

            assertThat(inTime).as("all but a few on a busy machine").isGreaterThan(CALLS * 4 / 5);
        }
    }

    private static void answers(Peer.Talk talk, Peer.Heard one) throws IOException {
        switch (one.type()) {
            case OPTION_REQ -> talk.say(PacketType.OPTION_RES, "exceptions");
            case SUBMIT_JOB -> {
                boolean large = new String(one.body(), ISO_8859_1).startsWith("large");
                talk.say(answer(large ? LARGE : 1));
            }
            default -> {}
        }
    }

    /** Accepted and done, in one write. */
    private static byte[] answer(int length) {
        var handle = "H:peer:1".getBytes(ISO_8859_1);
        return ByteBuffer.allocate(12 + handle.length + 12 + handle.length + 1 + length)
                .putInt(Magic.RESPONSE.value())
                .putInt(PacketType.JOB_CREATED.code())
                .putInt(handle.length)
                .put(handle)
                .putInt(Magic.RESPONSE.value())
                .putInt(PacketType.WORK_COMPLETE.code())
                .putInt(handle.length + 1 + length)
                .put(handle)
                .array();
    }
}
