package io.gearmancdi.protocol;

import static io.gearmancdi.protocol.Wire.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RoundTripTest {
    private static final int LIMIT = 1 << 20;

    @Property(tries = 300)
    void whatWasEncodedIsDecoded(
            @ForAll("frames") @Size(max = 8) List<Frame> frames,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 5_000) Integer> pieces) {
        var decoder = Decoder.ofRequests(LIMIT, 8192);
        var bytes = bytes(frames);
        var found = new ArrayList<Frame>();

        for (int at = 0, piece = 0; at < bytes.length; piece++) {
            int end = Math.min(bytes.length, at + pieces.get(piece % pieces.size()));
            Wire.feed(decoder, Arrays.copyOfRange(bytes, at, end), found);
            at = end;
        }

        assertThat(found).isEqualTo(frames);
    }

    @Property(tries = 1_000)
    void anyBytesAreFramesOrAProtocolException(
            @ForAll @Size(max = 300) byte[] tail, @ForAll @IntRange(max = 44) int type) {
        var bytes = Wire.join(ascii("\0REQ\0\0\0"), new byte[] {(byte) type, 0, 0}, tail);

        try {
            assertThat(Wire.decoded(Decoder.ofRequests(LIMIT, 100), bytes, 7)).isNotNull();
        } catch (ProtocolException e) {
            assertThat(e).hasMessageNotContainingAny("\0", "\n");
        }
    }

    @Provide
    Arbitrary<List<Frame>> frames() {
        var lines = Arbitraries.strings().alpha().ofMaxLength(80).map(text -> (Frame) new TextLine(text));
        var packets = Arbitraries.of(PacketType.class).flatMap(this::packets).map(packet -> (Frame) packet);
        return Arbitraries.frequencyOf(Tuple.of(1, lines), Tuple.of(4, packets)).list();
    }

    private Arbitrary<Packet> packets(PacketType type) {
        var arguments = new ArrayList<Arbitrary<byte[]>>();
        for (var name : type.arguments()) {
            arguments.add(name.equals("data") ? bytes(Byte.MIN_VALUE, 70_000) : bytes(1, 100));
        }
        return Combinators.combine(arguments).as(parts -> Packet.of(type, parts.toArray(byte[][]::new)));
    }

    private static Arbitrary<byte[]> bytes(int least, int longest) {
        return Arbitraries.bytes()
                .between((byte) least, Byte.MAX_VALUE)
                .array(byte[].class)
                .ofMaxSize(longest);
    }

    private static byte[] bytes(List<Frame> frames) {
        var bytes = new ByteArrayOutputStream();
        for (var frame : frames) {
            bytes.writeBytes(
                    frame instanceof Packet packet
                            ? Wire.encoded(Magic.REQUEST, packet)
                            : ascii(((TextLine) frame).text() + "\n"));
        }
        return bytes.toByteArray();
    }
}
