package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.ECHO_REQ;
import static io.gearmancdi.protocol.PacketType.ECHO_RES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What packets may take up that have not come whole. */
@Timeout(60)
class IntakeTest {
    private static final int MIB = 1 << 20;

    /** An echo of 4 MiB of which some bytes are missing. */
    private static TestPeer stalled(EmbeddedJobServer server) throws IOException {
        return TestPeer.of(server)
                .waits()
                .sends("\0REQ\0\0\0\20\0\100\0\0".getBytes(ISO_8859_1))
                .sends(new byte[4 * MIB - 10]);
    }

    @Test
    void aPacketThatStandsStillEndsItsConnection() throws IOException {
        try (var server = RunningServer.start(TestLoop.taking(1L << 30, 300));
                var stalled = stalled(server)) {
            assertThat(stalled.readsToTheEnd()).isEmpty();
        }
    }

    @Test
    void whereTheyTakeUpTooMuchTheFirstGoesOnAloneAndIsNotWaitedForLongIfItStandsStill() throws IOException {
        try (var server = RunningServer.start(TestLoop.taking(6 * MIB, 0));
                var stalled = stalled(server);
                var next = stalled(server)) {
            next.sends(new byte[10]);

            assertThat(next.gets().data()).hasSize(4 * MIB);
            assertThat(server.statistics().connections())
                    .as("without the first")
                    .isOne();
        }
    }

    @Test
    void manyLargePacketsComeOneAfterTheOtherAndAllOfThemWhole() throws Exception {
        try (var server = RunningServer.start(TestLoop.taking(6 * MIB, 60_000))) {
            var echoes = new ArrayList<CompletableFuture<Packet>>();
            for (int i = 0; i < 12; i++) {
                var echo = new byte[(4 + i % 3) * MIB];
                echo[i] = 1;
                echoes.add(CompletableFuture.supplyAsync(() -> echoed(server, echo)));
            }
            for (int i = 0; i < 12; i++) {
                var echo = new byte[(4 + i % 3) * MIB];
                echo[i] = 1;
                assertThat(echoes.get(i).get()).isEqualTo(Packet.of(ECHO_RES, echo));
            }
        }
    }

    private static Packet echoed(EmbeddedJobServer server, byte[] data) {
        try (var peer = TestPeer.of(server)) {
            return peer.sends(Packet.of(ECHO_REQ, data)).gets();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
