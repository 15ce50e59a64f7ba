package io.gearmancdi.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes as they stand on the wire, made without the encoder, and a peer that hands them over in pieces. */
final class Wire {
    private Wire() {}

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static byte[] header(String magic, int type, int length) {
        return ByteBuffer.allocate(12)
                .put(ascii(magic))
                .putInt(type)
                .putInt(length)
                .array();
    }

    static byte[] packet(String magic, int type, String body) {
        return join(header(magic, type, body.length()), ascii(body));
    }

    static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** An argument of its own for every place of a type, with NULs where the place is opaque. */
    static Packet sample(PacketType type) {
        var arguments = type.arguments().stream()
                .map(name -> name.equals("data") ? "\0da\0ta\0" : name + "-é")
                .map(text -> text.getBytes(UTF_8))
                .toArray(byte[][]::new);
        return Packet.of(type, arguments);
    }

    static byte[] encoded(Magic magic, Packet packet) {
        var encoder = Encoder.of(magic);
        var bytes = ByteBuffer.allocate(encoder.length(packet));
        encoder.write(packet, bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        return bytes.array();
    }

    /** Everything that the decoder finds where the bytes arrive in pieces of at most the given length. */
    static List<Frame> decoded(Decoder decoder, byte[] bytes, int pieces) {
        var frames = new ArrayList<Frame>();
        for (int at = 0; at < bytes.length; at += pieces) {
            feed(decoder, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + pieces)), frames);
        }
        return frames;
    }

    static List<Frame> decoded(Decoder decoder, byte[] bytes) {
        return decoded(decoder, bytes, Integer.MAX_VALUE / 2);
    }

    static void feed(Decoder decoder, byte[] piece, List<Frame> frames) {
        int at = 0;
        while (at < piece.length) {
            var target = decoder.target();
            assertThat(target.hasRemaining()).as("room").isTrue();
            int length = Math.min(target.remaining(), piece.length - at);
            target.put(piece, at, length);
            at += length;
            for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
                frames.add(frame);
            }
        }
    }
}
