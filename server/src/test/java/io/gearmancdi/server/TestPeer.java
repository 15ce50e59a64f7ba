package io.gearmancdi.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/** A connection to a server, blocking and plain. */
final class TestPeer implements AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final InputStream input;
    private final Decoder decoder = Decoder.ofResponses(Integer.MAX_VALUE);

    private TestPeer(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    static TestPeer of(EmbeddedJobServer server) throws IOException {
        return at(server.address().getAddress(), server.port());
    }

    static TestPeer at(InetAddress address, int port) throws IOException {
        var socket = new Socket(address, port);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        return new TestPeer(socket);
    }

    TestPeer sends(PacketType type, String... arguments) throws IOException {
        return sends(Packet.ofText(type, arguments));
    }

    /** All packets in one write. */
    TestPeer sends(Packet... packets) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var packet : packets) {
            var encoder = Encoder.of(Magic.REQUEST);
            var one = ByteBuffer.allocate(encoder.length(packet));
            encoder.write(packet, one);
            bytes.writeBytes(one.array());
        }
        return sends(bytes.toByteArray());
    }

    TestPeer sends(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    TestPeer types(String text) throws IOException {
        return sends(text.getBytes(UTF_8));
    }

    /** The next packet. */
    Packet gets() throws IOException {
        for (var frame = decoder.next(); ; frame = decoder.next()) {
            if (frame != null) {
                return (Packet) frame;
            }
            assertThat(readInto(decoder.target())).as("bytes before the end").isPositive();
        }
    }

    private int readInto(ByteBuffer target) throws IOException {
        var bytes = new byte[target.remaining()];
        int read = input.read(bytes);
        if (read > 0) {
            target.put(bytes, 0, read);
        }
        return read;
    }

    /** The text up to some end. */
    String reads(String end) throws IOException {
        var text = new StringBuilder();
        while (!text.substring(Math.max(0, text.length() - end.length())).equals(end)) {
            int next = input.read();
            assertThat(next).as("end after '%s'", text).isNotNegative();
            text.append((char) next);
        }
        return new String(text.toString().getBytes(ISO_8859_1), UTF_8);
    }

    /** Whether nothing has come that was not read. */
    boolean isSilent() throws IOException {
        return input.available() == 0;
    }

    /** Whether the server has closed; waits a moment for it. */
    boolean isAtItsEnd() throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    /** All that comes until the server closes. */
    byte[] readsToTheEnd() throws IOException {
        return input.readAllBytes();
    }

    /** An answer to an echo means that all before it has been acted upon. */
    TestPeer waits() throws IOException {
        sends(PacketType.ECHO_REQ, "barrier");
        assertThat(gets()).isEqualTo(Packet.ofText(PacketType.ECHO_RES, "barrier"));
        return this;
    }

    TestPeer stopsSending() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
