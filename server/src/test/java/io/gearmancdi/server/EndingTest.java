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

    /** The server has taken all of it before the next echo of another peer is answered. */
    private static TestPeer whoDoesNotRead(EmbeddedJobServer server) throws IOException {
        return TestPeer.of(server).sends(Packet.of(ECHO_REQ, new byte[LARGE]));
    }

    @Test
    void aPeerThatDoesNotReadHoldsUpADrainForAWhileOnly() throws IOException {
        try (var server = RunningServer.start(TestLoop.lingering(200));
                var lazy = whoDoesNotRead(server);
                var other = TestPeer.of(server).waits()) {
            assertThat(server.drain(Duration.ofSeconds(30))).isTrue();
        }
    }
}
