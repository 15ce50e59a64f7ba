package io.gearmancdi.protocol;

import static io.gearmancdi.protocol.Wire.ascii;
import static io.gearmancdi.protocol.Wire.encoded;
import static io.gearmancdi.protocol.Wire.sample;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderTest {
    @ParameterizedTest
    @EnumSource
    void separatesTheArgumentsOfEveryTypeByNul(PacketType type) {
        var packet = sample(type);
        var body = new StringBuilder();
        for (int i = 0; i < packet.arguments().length; i++) {
            body.append(i == 0 ? "" : "\0").append(new String(packet.bytes(i), ISO_8859_1));
        }

        assertThat(encoded(Magic.REQUEST, packet)).isEqualTo(Wire.packet("\0REQ", type.code(), body.toString()));
        assertThat(encoded(Magic.RESPONSE, packet)).isEqualTo(Wire.packet("\0RES", type.code(), body.toString()));
    }

    @Test
    void writesTheExampleOfTheProtocolToTheByte() {
        var packet = Packet.ofText(PacketType.SUBMIT_JOB, "reverse", "", "test");

        assertThat(encoded(Magic.REQUEST, packet))
                .isEqualTo(ascii("\0REQ" + "\0\0\0\7" + "\0\0\0\15" + "reverse\0" + "\0" + "test"));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMIT_REDUCE_JOB, 37, function unique reducer aggregator data",
        "SUBMIT_JOB_SCHED, 35, function unique minute hour day month weekday data",
        "SUBMIT_JOB_EPOCH, 36, function unique time data",
        "STATUS_RES_UNIQUE, 42, unique known running numerator denominator clients",
        "CAN_DO_TIMEOUT, 23, function timeout",
        "ERROR, 19, code text"
    })
    void followsTheDocument(PacketType type, int code, String arguments) {
        assertThat(type.code()).isEqualTo(code);
        assertThat(type.arguments()).containsExactly(arguments.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void writesAHeadThatTheLastArgumentCompletes(PacketType type) {
        var packet = sample(type);
        var whole = encoded(Magic.REQUEST, packet);
        var encoder = Encoder.of(Magic.REQUEST);
        var head = ByteBuffer.allocate(encoder.headLength(packet));

        encoder.writeHead(packet, head);

        assertThat(head.hasRemaining()).isFalse();
        assertThat(head.array()).isEqualTo(Arrays.copyOf(whole, head.capacity()));
        assertThat(whole.length - head.capacity()).isEqualTo(type.arguments().isEmpty() ? 0 : packet.data().length);
    }

    @ParameterizedTest
    @EnumSource
    void refusesANulInEveryArgumentButTheLast(PacketType type) {
        var encoder = Encoder.of(Magic.REQUEST);
        for (int i = 0; i < type.arguments().size() - 1; i++) {
            var packet = sample(type);
            packet.arguments()[i] = new byte[] {'a', 0};
            var target = ByteBuffer.allocate(200);

            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(() -> encoder.write(packet, target))
                    .withMessage(
                            type + ": NUL in the argument " + type.arguments().get(i));
            assertThat(target.position()).isZero();
        }
    }

    @Test
    void refusesAPacketOfMoreThan2GiB() {
        var half = new byte[Integer.MAX_VALUE / 8];
        var packet = Packet.of(PacketType.SUBMIT_JOB_SCHED, half, half, half, half, half, half, half, half);

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> Encoder.of(Magic.REQUEST).length(packet))
                .withMessageContaining("longer than 2 GiB");
    }
}
