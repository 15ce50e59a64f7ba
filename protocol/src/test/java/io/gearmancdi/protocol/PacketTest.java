package io.gearmancdi.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PacketTest {
    private final Packet packet = Packet.ofText(PacketType.SUBMIT_JOB, "resize", "ü-1", "secret");

    @Test
    void isEqualToAnotherOfTheSameContent() {
        assertThat(packet)
                .isEqualTo(Packet.ofText(PacketType.SUBMIT_JOB, "resize", "ü-1", "secret"))
                .hasSameHashCodeAs(Packet.ofText(PacketType.SUBMIT_JOB, "resize", "ü-1", "secret"))
                .isNotEqualTo(Packet.ofText(PacketType.SUBMIT_JOB, "resize", "ü-1", "other"))
                .isNotEqualTo(Packet.ofText(PacketType.SUBMIT_JOB_HIGH, "resize", "ü-1", "secret"));
    }

    @Test
    void showsLengthsAndNoContent() {
        assertThat(packet).hasToString("SUBMIT_JOB(function: 6, unique: 4, data: 6)");
        assertThat(Packet.of(PacketType.NOOP)).hasToString("NOOP");
    }

    @Test
    void givesItsArgumentsWithoutACopy() {
        var data = new byte[] {1};

        var complete = Packet.of(PacketType.WORK_COMPLETE, Wire.ascii("H:a:1"), data);

        assertThat(complete.data()).isSameAs(data);
        assertThat(complete.bytes(1)).isSameAs(data);
        assertThat(complete.text(0)).isEqualTo("H:a:1");
    }

    @Test
    void refusesAnotherNumberOfArgumentsThanItsTypeHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packet.ofText(PacketType.WORK_STATUS, "H:a:1", "1"))
                .withMessage("WORK_STATUS takes the arguments [handle, numerator, denominator], not 2 arguments");
    }
}
