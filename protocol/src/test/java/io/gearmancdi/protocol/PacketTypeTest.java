package io.gearmancdi.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTypeTest {
    @Test
    void numbersRunFromOneTo42WithoutAGap() {
        assertThat(Arrays.stream(PacketType.values()).mapToInt(PacketType::code))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 42).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsNumber(PacketType type) {
        assertThat(PacketType.ofCode(type.code())).isSameAs(type);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 43, 44, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void otherNumbersAreNoType(int code) {
        assertThat(PacketType.ofCode(code)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void dataIsTheLastArgumentOrNone(PacketType type) {
        int place = type.arguments().indexOf("data");

        assertThat(place).isEqualTo(type.hasData() ? type.arguments().size() - 1 : -1);
    }

    @ParameterizedTest
    @EnumSource(names = {"WORK_DATA", "WORK_WARNING", "WORK_STATUS", "WORK_COMPLETE", "WORK_FAIL", "WORK_EXCEPTION"})
    void updatesOfAJobGoBothWays(PacketType type) {
        assertThat(type.toServer()).isTrue();
        assertThat(type.fromServer()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"WORK_.*", "UNUSED"})
    void allOthersGoOneWay(PacketType type) {
        assertThat(type.toServer()).isNotEqualTo(type.fromServer());
    }
}
