package io.gearmancdi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who comes while the server is busy. */
@Timeout(60)
class ListeningTest {
    private static final int BURST = 200;

    /** The loop listens but does not run: as busy as can be. */
    @Test
    void aBurstOfConnectionsWaitsInLine() throws IOException {
        var loop = TestLoop.listening(1024);
        var burst = new ArrayList<SocketChannel>();
        try {
            for (int i = 0; i < BURST; i++) {
                var channel = SocketChannel.open();
                burst.add(channel);
                channel.configureBlocking(false);
                channel.connect(loop.address());
            }

            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                for (var channel : burst) {
                    assertThat(channel.finishConnect()).isTrue();
                }
            });
        } finally {
            for (var channel : burst) {
                channel.close();
            }
            loop.stop();
            loop.run();
        }
    }
}
