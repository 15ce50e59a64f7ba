package io.gearmancdi.it.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.PacketType;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.function.Predicate;

/**
 * A socket and nothing between: packets are put together and taken apart here, not by the code of the product. Text is
 * one byte per character; a NUL in what came is shown as {@code |}.
 */
final class RawPeer implements AutoCloseable {
    private static final int MAGIC =
            ByteBuffer.wrap("\0REQ".getBytes(ISO_8859_1)).getInt();

    private final Socket socket;
    private final DataInputStream input;

    RawPeer(int port, int patienceMillis) throws IOException {
        socket = new Socket(java.net.InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(patienceMillis);
        input = new DataInputStream(socket.getInputStream());
    }

    static byte[] packet(int magic, int type, String body) {
        var bytes = body.getBytes(ISO_8859_1);
        return ByteBuffer.allocate(12 + bytes.length)
                .putInt(magic)
                .putInt(type)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    static byte[] packet(PacketType type, String... arguments) {
        return packet(MAGIC, type.code(), String.join("\0", arguments));
    }

    RawPeer sends(PacketType type, String... arguments) throws IOException {
        return sends(packet(type, arguments));
    }

    /** A packet as it is, right or wrong. */
    RawPeer sendsRaw(int type, String body) throws IOException {
        return sends(packet(MAGIC, type, body));
    }

    /** Several packets in one segment. */
    RawPeer sends(byte[]... packets) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var packet : packets) {
            all.writeBytes(packet);
        }
        socket.getOutputStream().write(all.toByteArray());
        return this;
    }

    RawPeer types(String text) throws IOException {
        return sends(text.getBytes(ISO_8859_1));
    }

    /** The next packet: its type, a blank, its body. None in time is a failure. */
    String gets() throws IOException {
        try {
            return packet();
        } catch (SocketTimeoutException | SocketException | EOFException e) {
            throw new AssertionError("no packet: " + e, e);
        }
    }

    private String packet() throws IOException {
        assertThat(input.readInt()).as("magic").isEqualTo(0x00524553);
        var type = PacketType.ofCode(input.readInt());
        var body = new byte[input.readInt()];
        input.readFully(body);
        return body.length == 0 ? String.valueOf(type) : type + " " + new String(body, ISO_8859_1).replace('\0', '|');
    }

    /** What answers a request. */
    String asks(PacketType type, String... arguments) throws IOException {
        return sends(type, arguments).gets();
    }

    /** The handle in the answer to a submission. */
    String submits(PacketType type, String... arguments) throws IOException {
        var answer = asks(type, arguments);
        assertThat(answer).startsWith("JOB_CREATED H:");
        return answer.substring("JOB_CREATED ".length());
    }

    /** Everything sent before has been acted upon, and nothing has come meanwhile. */
    RawPeer settles() throws IOException {
        assertThat(asks(PacketType.ECHO_REQ, "settled")).isEqualTo("ECHO_RES settled");
        return this;
    }

    /** Text up to and with an end. None in time is a failure. */
    String reads(String end) throws IOException {
        return reads(text -> text.endsWith(end));
    }

    private String reads(Predicate<String> isWhole) throws IOException {
        var text = new StringBuilder();
        try {
            while (!isWhole.test(text.toString())) {
                text.append((char) input.readUnsignedByte());
            }
        } catch (SocketTimeoutException | SocketException | EOFException e) {
            throw new AssertionError("no end after '" + text + "': " + e, e);
        }
        return text.toString();
    }

    /** The answer to a line, one line. */
    String answers(String line) throws IOException {
        return types(line + "\r\n").reads("\n");
    }

    /** The answer to a line, a table. */
    String table(String line) throws IOException {
        return types(line + "\n").reads(text -> text.equals(".\n") || text.endsWith("\n.\n"));
    }

    RawPeer stopsSending() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Whatever comes until the server closes. */
    String readsToTheEnd() throws IOException {
        return new String(input.readAllBytes(), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
