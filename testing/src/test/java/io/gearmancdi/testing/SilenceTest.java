package io.gearmancdi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that says nothing more. */
@Timeout(120)
class SilenceTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Socket submit() throws IOException {
        var packet = Packet.ofText(PacketType.SUBMIT_JOB, "echo", "", "x");
        var peer = new Socket(InetAddress.getLoopbackAddress(), server.address().port());
        peer.getOutputStream().write(Relay.bytes(packet, Magic.REQUEST));
        return peer;
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION", "SUBMISSION", "ACCEPTANCE"})
    void endsWithItsPeer(FaultPoint point) throws Exception {
        server.at(point, Fault.silence());
        var peer = submit();
        assertThat(server.awaitPassed(point, 1, SOON)).isTrue();
        await().untilAsserted(
                        () -> assertThat(server.statistics().connections()).isEqualTo(1));

        peer.close();

        await().untilAsserted(
                        () -> assertThat(server.statistics().connections()).isZero());
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION", "SUBMISSION", "ACCEPTANCE"})
    void saysNothingWhileItsPeerIsThere(FaultPoint point) throws Exception {
        server.at(point, Fault.silence());
        try (var peer = submit()) {
            assertThat(server.awaitPassed(point, 1, SOON)).isTrue();

            await().during(Duration.ofMillis(200))
                    .untilAsserted(
                            () -> assertThat(peer.getInputStream().available()).isZero());
            assertThat(server.statistics().connections()).isEqualTo(1);
        }
    }
}
