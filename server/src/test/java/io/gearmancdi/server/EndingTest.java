package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.ECHO_REQ;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds up the end of a server, and of a connection. */
@Timeout(60)
class EndingTest {
    private static final int LARGE = 24 << 20;

    /** Reads the beginning of an answer and no more. */
    private static TestPeer whoDoesNotRead(EmbeddedJobServer server) throws IOException {
        var peer = TestPeer.of(server).sends(Packet.of(ECHO_REQ, new byte[LARGE]));
        peer.reads("RES");
        return peer;
    }

    @Test
    void aPeerThatDoesNotReadHoldsUpADrainForAWhileOnly() throws IOException {
        try (var server = RunningServer.start(TestLoop.lingering(200));
                var lazy = whoDoesNotRead(server)) {
            assertThat(server.drain(Duration.ofSeconds(20))).isTrue();
            assertThat(lazy.readsToTheEnd()).hasSizeLessThan(LARGE);
        }
    }
}
