package io.gearmancdi.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server sends at length, while its peer already speaks text. */
@Timeout(120)
class RelayTest {
    private static final int SOON = 60_000;

    @Test
    void nothingOfAPacketIsLostThatATextOvertakes() throws IOException {
        try (var listener = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                var peer = new Socket(listener.getInetAddress(), listener.getLocalPort());
                var ofPeer = listener.accept();
                var server = new Socket(listener.getInetAddress(), listener.getLocalPort());
                var ofServer = listener.accept()) {
            peer.setSoTimeout(SOON);
            new Relay(ofPeer, server, new Script(), closed -> {}).start(null);
            var packet = Relay.bytes(Packet.ofText(PacketType.ECHO_RES, "x".repeat(1000)), Magic.RESPONSE);
            var line = "version\r\n".getBytes(US_ASCII);
            var answers = new ByteArrayOutputStream();
            answers.write(packet);
            answers.write("OK 1\n".getBytes(US_ASCII));

            // One packet and the beginning of another: the first one's arrival shows that the beginning was read
            var begun = new ByteArrayOutputStream();
            begun.write(packet);
            begun.write(packet, 0, 500);
            ofServer.getOutputStream().write(begun.toByteArray());
            assertThat(peer.getInputStream().readNBytes(packet.length)).isEqualTo(packet);
            peer.getOutputStream().write(line);
            assertThat(ofServer.getInputStream().readNBytes(line.length)).isEqualTo(line);
            ofServer.getOutputStream().write(answers.toByteArray(), 500, answers.size() - 500);

            assertThat(peer.getInputStream().readNBytes(answers.size())).isEqualTo(answers.toByteArray());
        }
    }
}
