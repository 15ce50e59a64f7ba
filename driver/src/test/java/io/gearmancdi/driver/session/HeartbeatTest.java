package io.gearmancdi.driver.session;

import static io.gearmancdi.driver.session.Heartbeat.Verdict.ASK;
import static io.gearmancdi.driver.session.Heartbeat.Verdict.DEAD;
import static io.gearmancdi.driver.session.Heartbeat.Verdict.FINE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private long start; // the clock overflows while a test runs

    private Heartbeat heartbeat;

    @BeforeEach
    void begin() {
        start = Long.MAX_VALUE - 150;
        heartbeat = new Heartbeat(100, start);
    }

    @Test
    void aSilentPeerIsAskedOnceAndThenDead() {
        assertThat(heartbeat.check(start + 99)).isEqualTo(FINE);
        assertThat(heartbeat.check(start + 100)).isEqualTo(ASK);
        assertThat(heartbeat.check(start + 150)).isEqualTo(FINE);
        assertThat(heartbeat.check(start + 199)).isEqualTo(FINE);
        assertThat(heartbeat.check(start + 200)).isEqualTo(DEAD);
    }

    @Test
    void aPeerThatAnswersLives() {
        assertThat(heartbeat.check(start + 100)).isEqualTo(ASK);
        heartbeat.heard(start + 110);

        assertThat(heartbeat.check(start + 200)).isEqualTo(FINE);
        assertThat(heartbeat.check(start + 210)).isEqualTo(ASK);
        assertThat(heartbeat.check(start + 310)).isEqualTo(DEAD);
    }

    @Test
    void aPeerThatNobodyLookedAfterIsAskedBeforeItIsDead() {
        assertThat(heartbeat.check(start + 5_000)).isEqualTo(ASK);
    }

    @Test
    void withoutAnIntervalEverybodyLives() {
        assertThat(new Heartbeat(0, 0).check(Long.MAX_VALUE)).isEqualTo(FINE);
    }
}
