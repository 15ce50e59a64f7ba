package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.CAN_DO_TIMEOUT;
import static io.gearmancdi.protocol.PacketType.GET_STATUS;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sets the clock while the server runs. */
class ClockTest {
    private static final long HOUR = 3600;

    private final Stage stage = new Stage(new Rules().wakeUps(EngineSettings.AS_NEEDED));
    private final Stage.Actor client = stage.actor();

    @ParameterizedTest
    @ValueSource(longs = {HOUR, -HOUR})
    void aJobThatRunsHasItsTimeAllTheSame(long seconds) {
        var worker = stage.actor().sends(CAN_DO_TIMEOUT, "f", "10000");
        client.sends(SUBMIT_JOB, "f", "", "x").sees();
        worker.sends(GRAB_JOB);
        stage.seconds(1);

        stage.setsTheClock(seconds);
        stage.seconds(8);
        assertThat(client.asks(GET_STATUS, "H:test:1")).containsExactly("STATUS_RES H:test:1 1 1 0 0");
        stage.seconds(1);

        assertThat(client.asks(GET_STATUS, "H:test:1")).containsExactly("STATUS_RES H:test:1 1 0 0 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {HOUR, -HOUR})
    void whoIsToBeWokenSoonIsWokenSoon(long seconds) {
        stage.worker("f").sends(PRE_SLEEP);
        var second = stage.worker("f").sends(PRE_SLEEP);
        client.sends(SUBMIT_JOB_BG, "f", "", "x");

        stage.setsTheClock(seconds);
        assertThat(second.sees()).isEmpty();
        stage.millis(Rousing.PATIENCE);

        assertThat(second.sees()).containsExactly("NOOP");
    }

    @Test
    void aDelayedJobGoesByTheClockThatIsSetForward() {
        var worker = stage.worker("f");
        client.sends(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(stage.nowInSeconds() + HOUR), "x");

        stage.setsTheClock(HOUR - 1);
        assertThat(worker.asks(GRAB_JOB)).containsExactly("NO_JOB");
        stage.seconds(1);

        assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");
    }

    @Test
    void aDelayedJobGoesByTheClockThatIsSetBackward() {
        var worker = stage.worker("f");
        client.sends(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(stage.nowInSeconds() + 10), "x");

        stage.setsTheClock(-HOUR);
        stage.seconds(HOUR + 9);
        assertThat(worker.asks(GRAB_JOB)).containsExactly("NO_JOB");
        stage.seconds(1);

        assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");
    }

    @Test
    void aDelayedJobGoesByTheClockThatWasSetBefore() {
        stage.setsTheClock(HOUR);
        client.sends(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(stage.nowInSeconds() - 1), "x");

        assertThat(stage.worker("f").asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");
    }

    @Test
    void theClockIsLookedAtEverySecondWhileAJobIsDelayedAndNotOtherwise() {
        stage.setsTheClock(HOUR);
        assertThat(stage.engine().deadline()).isEqualTo(Long.MAX_VALUE);

        client.sends(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(stage.nowInSeconds() + HOUR), "x");

        assertThat(stage.millisToNext()).isEqualTo(Delays.LOOK);
        client.types("cancel job H:test:1");
        assertThat(stage.engine().deadline()).isEqualTo(Long.MAX_VALUE);
    }
}
