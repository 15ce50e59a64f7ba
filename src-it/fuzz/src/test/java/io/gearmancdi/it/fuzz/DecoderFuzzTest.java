package io.gearmancdi.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of any peer: however they are cut, they are the same frames with the same end, and nothing but a
 * {@link ProtocolException} comes of what is wrong.
 */
class DecoderFuzzTest {

    private static final int MAX_BODY = 64 * 1024;
    private static final int MAX_LINE = 1024;

    /** The first byte says whose bytes the others are, and how they are cut. */
    @FuzzTest(maxDuration = "2m")
    void anyCutGivesTheSameFrames(byte[] input) {
        if (input.length > 0) {
            var bytes = ByteBuffer.wrap(input, 1, input.length - 1).slice();
            int piece = 1 + (input[0] & 0x3f);
            var whole = frames(decoder(input[0]), bytes.duplicate(), input.length);
            assertThat(frames(decoder(input[0]), bytes.duplicate(), piece)).isEqualTo(whole);
        }
    }

    private static Decoder decoder(byte choice) {
        return choice < 0 ? Decoder.ofRequests(MAX_BODY, MAX_LINE) : Decoder.ofResponses(MAX_BODY);
    }

    private static List<Object> frames(Decoder decoder, ByteBuffer bytes, int piece) {
        var found = new ArrayList<Object>();
        try {
            while (bytes.hasRemaining()) {
                var target = decoder.target();
                int length = Math.min(bytes.remaining(), Math.min(piece, target.remaining()));
                assertThat(length).as("room").isPositive();
                target.put(bytes.slice(bytes.position(), length));
                bytes.position(bytes.position() + length);
                for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
                    found.add(frame);
                    if (frame instanceof Packet packet) {
                        canBeSent(packet);
                    }
                }
            }
        } catch (ProtocolException e) {
            found.add("refused");
        }
        return found;
    }

    private static void canBeSent(Packet packet) {
        for (var magic : Magic.values()) {
            var encoder = Encoder.of(magic);
            var target = ByteBuffer.allocate(encoder.length(packet));
            encoder.write(packet, target);
            assertThat(target.hasRemaining())
                    .as("%s is as long as it says", packet)
                    .isFalse();
        }
    }
}
