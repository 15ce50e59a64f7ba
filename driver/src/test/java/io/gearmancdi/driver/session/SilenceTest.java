package io.gearmancdi.driver.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SilenceTest {

    private final Silence silence = new Silence(100);

    @Test
    void isNoneWhileNothingIsOwed() {
        assertThat(silence.check(false, 0)).isFalse();
        assertThat(silence.check(false, 1000)).isFalse();
    }

    @Test
    void isNoneBeforeTheLimit() {
        assertThat(silence.check(true, 1000)).isFalse();
        assertThat(silence.check(true, 1099)).isFalse();
        assertThat(silence.check(true, 1100)).isTrue();
        assertThat(silence.check(true, 1150)).isTrue();
    }

    @Test
    void beginsAnewWithEachByte() {
        silence.check(true, 0);
        silence.heard();

        assertThat(silence.check(true, 100)).isFalse();
        assertThat(silence.check(true, 200)).isTrue();
    }

    @Test
    void endsWithTheAnswer() {
        silence.check(true, 0);

        assertThat(silence.check(false, 100)).isFalse();
        assertThat(silence.check(true, 200)).isFalse();
    }
}
