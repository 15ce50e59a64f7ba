package io.gearmancdi.protocol;

import static io.gearmancdi.protocol.Wire.header;
import static io.gearmancdi.protocol.Wire.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large data is paid for by sending it: a declared length alone allocates little. */
class GrowingDataTest {
    private static final int MUCH = 16 * 1024 * 1024;

    @Test
    void aDeclaredLengthAloneAllocatesLittle() {
        var decoder = Decoder.ofRequests(MUCH, 8192);

        feed(decoder, header("\0REQ", PacketType.ECHO_REQ.code(), MUCH), 12);
        assertThat(decoder.next()).isNull();

        assertThat(decoder.target().remaining()).isLessThanOrEqualTo(128 * 1024);
    }

    @ParameterizedTest
    @ValueSource(ints = {65_536, 131_071, 131_072, 131_073, 524_288, 524_289, 2_097_153, 3_000_000})
    void dataArrivesWholeWhereverItsPiecesEnd(int length) {
        var data = new byte[length];
        new Random(length).nextBytes(data);
        var decoder = Decoder.ofRequests(MUCH, 8192);
        var next = Wire.packet("\0REQ", PacketType.ECHO_REQ.code(), "next");
        var bytes = join(header("\0REQ", PacketType.ECHO_REQ.code(), length), data, next);
        int fed = 0;
        Frame first = null;
        Frame second = null;
        while (fed < bytes.length) {
            fed += feed(decoder, ByteBuffer.wrap(bytes, fed, bytes.length - fed), 60_000);
            for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
                second = frame;
                first = first == null ? frame : first;
            }
        }

        assertThat(first).isEqualTo(Packet.of(PacketType.ECHO_REQ, data));
        assertThat(second).isEqualTo(Packet.ofText(PacketType.ECHO_REQ, "next"));
    }

    private static void feed(Decoder decoder, byte[] bytes, int atMost) {
        feed(decoder, ByteBuffer.wrap(bytes), atMost);
    }

    private static int feed(Decoder decoder, ByteBuffer bytes, int atMost) {
        var target = decoder.target();
        int length = Math.min(Math.min(target.remaining(), bytes.remaining()), atMost);
        target.put(bytes.slice().limit(length));
        return length;
    }
}
