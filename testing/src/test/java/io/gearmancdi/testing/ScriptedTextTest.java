package io.gearmancdi.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines of text go through a server that misbehaves elsewhere as they are. */
@Timeout(120)
class ScriptedTextTest {
    private static final int SOON = 60_000;

    private ScriptedServer server;
    private Socket peer;

    @BeforeEach
    void connect() throws IOException {
        server = ScriptedServer.start();
        peer = new Socket(InetAddress.getLoopbackAddress(), server.address().port());
        peer.setSoTimeout(SOON);
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
        server.close();
    }

    private void say(String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int read = peer.getInputStream().read();
                read >= 0 && read != '\n';
                read = peer.getInputStream().read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    @Test
    void isAnsweredAsEver() throws IOException {
        say("status\n");

        assertThat(line()).isEqualTo(".");
    }

    @Test
    void mayComeInPieces() throws IOException {
        say("version\nsta");
        assertThat(line()).startsWith("OK");

        say("tus\n");

        assertThat(line()).isEqualTo(".");
    }

    @Test
    void mayFollowPackets() throws IOException {
        peer.getOutputStream().write(Relay.bytes(Packet.ofText(PacketType.ECHO_REQ, "x"), Magic.REQUEST));
        say("version\n");

        var answer = Relay.bytes(Packet.ofText(PacketType.ECHO_RES, "x"), Magic.RESPONSE);
        assertThat(peer.getInputStream().readNBytes(answer.length)).isEqualTo(answer);
        assertThat(line()).startsWith("OK");
    }
}
