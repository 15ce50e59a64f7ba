package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_ALL;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_UNIQ;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_LOW;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_LOW_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_REDUCE_JOB;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.PacketType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittingTest {
    private final Stage stage = new Stage();
    private final Stage.Actor client = stage.actor();
    private final Stage.Actor worker = stage.worker("f");

    @Test
    void handlesAreCountedFromOne() {
        assertThat(client.asks(SUBMIT_JOB, "f", "", "a")).containsExactly("JOB_CREATED H:test:1");
        assertThat(client.asks(SUBMIT_JOB_BG, "f", "", "b")).containsExactly("JOB_CREATED H:test:2");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMIT_JOB", "SUBMIT_JOB_HIGH", "SUBMIT_JOB_LOW"})
    void foregroundJobsAreAnswered(PacketType type) {
        client.sends(type, "f", "u", "data").sees();

        assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f data");
        worker.sends(WORK_COMPLETE, "H:test:1", "result");

        assertThat(client.sees()).containsExactly("WORK_COMPLETE H:test:1 result");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMIT_JOB_BG", "SUBMIT_JOB_HIGH_BG", "SUBMIT_JOB_LOW_BG"})
    void backgroundJobsAreNot(PacketType type) {
        client.sends(type, "f", "u", "data").sees();

        assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f data");
        worker.sends(WORK_COMPLETE, "H:test:1", "result");

        assertThat(client.sees()).isEmpty();
        assertThat(stage.engine().jobs()).isZero();
    }

    @Test
    void urgentJobsComeFirstAndEqualOnesInTheirOrder() {
        client.sends(SUBMIT_JOB_LOW, "f", "", "low")
                .sends(SUBMIT_JOB, "f", "", "normal 1")
                .sends(SUBMIT_JOB_HIGH, "f", "", "high")
                .sends(SUBMIT_JOB_LOW_BG, "f", "", "low bg")
                .sends(SUBMIT_JOB_BG, "f", "", "normal 2")
                .sends(SUBMIT_JOB_HIGH_BG, "f", "", "high bg");

        for (int i = 0; i < 7; i++) {
            worker.sends(GRAB_JOB);
        }

        assertThat(worker.sees())
                .containsExactly(
                        "JOB_ASSIGN H:test:3 f high",
                        "JOB_ASSIGN H:test:6 f high bg",
                        "JOB_ASSIGN H:test:2 f normal 1",
                        "JOB_ASSIGN H:test:5 f normal 2",
                        "JOB_ASSIGN H:test:1 f low",
                        "JOB_ASSIGN H:test:4 f low bg",
                        "NO_JOB");
    }

    @Test
    void aWorkerOfSeveralFunctionsGetsTheMostUrgentAndThenTheOldestOfThemAll() {
        var both = stage.worker("f", "g");
        client.sends(SUBMIT_JOB, "g", "", "1")
                .sends(SUBMIT_JOB, "f", "", "2")
                .sends(SUBMIT_JOB_LOW, "f", "", "3")
                .sends(SUBMIT_JOB_HIGH, "g", "", "4");

        both.sends(GRAB_JOB).sends(GRAB_JOB).sends(GRAB_JOB).sends(GRAB_JOB);

        assertThat(both.sees())
                .containsExactly(
                        "JOB_ASSIGN H:test:4 g 4",
                        "JOB_ASSIGN H:test:1 g 1",
                        "JOB_ASSIGN H:test:2 f 2",
                        "JOB_ASSIGN H:test:3 f 3");
    }

    @Test
    void theEmptyFunctionIsOneLikeAnyOther() {
        var other = stage.worker("");
        client.sends(SUBMIT_JOB, "", "", "");

        assertThat(other.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1  ");
    }

    @Test
    void aUniqueOf64BytesWorksAndALongerOneIsRefused() {
        var longest = "u".repeat(64);

        assertThat(client.asks(SUBMIT_JOB, "f", longest, "a")).containsExactly("JOB_CREATED H:test:1");
        assertThat(client.asks(SUBMIT_JOB, "f", longest, "b")).containsExactly("JOB_CREATED H:test:1");
        assertThat(worker.asks(GRAB_JOB_UNIQ)).containsExactly("JOB_ASSIGN_UNIQ H:test:1 f " + longest + " a");
        assertThat(client.asks(SUBMIT_JOB, "f", longest + "u", "c"))
                .containsExactly("ERROR ARGUMENT_TOO_LARGE Unique value too large");
    }

    @Test
    void aWorkerThatAsksForAllGetsTheReducerOnlyWhereThereIsOne() {
        client.sends(SUBMIT_REDUCE_JOB, "f", "u", "reduce", "", "a").sends(SUBMIT_JOB, "f", "v", "b");

        assertThat(worker.asks(GRAB_JOB_ALL)).containsExactly("JOB_ASSIGN_ALL H:test:1 f u reduce a");
        assertThat(worker.asks(GRAB_JOB_ALL)).containsExactly("JOB_ASSIGN_UNIQ H:test:2 f v b");
    }

    @Test
    void aFullQueueRefusesNewJobsButNotThoseThatJoinOne() {
        client.types("create function f").types("maxqueue f 1").sees();

        assertThat(client.asks(SUBMIT_JOB, "f", "u", "a")).containsExactly("JOB_CREATED H:test:1");
        assertThat(client.asks(SUBMIT_JOB_BG, "f", "v", "b")).containsExactly("ERROR QUEUE_ERROR Job queue is full");
        assertThat(client.asks(SUBMIT_JOB, "f", "u", "a")).containsExactly("JOB_CREATED H:test:1");
    }

    @Test
    void runningJobsCountForTheLimit() {
        client.types("maxqueue f 1 2 0").sends(SUBMIT_JOB, "f", "", "a");
        worker.sends(GRAB_JOB);

        assertThat(client.asks(SUBMIT_JOB_HIGH, "f", "", "b")).containsExactly("ERROR QUEUE_ERROR Job queue is full");
        assertThat(client.asks(SUBMIT_JOB, "f", "", "b")).containsExactly("JOB_CREATED H:test:2");
        assertThat(client.asks(SUBMIT_JOB, "f", "", "b")).containsExactly("ERROR QUEUE_ERROR Job queue is full");
        assertThat(client.asks(SUBMIT_JOB_LOW, "f", "", "b")).containsExactly("JOB_CREATED H:test:3");
    }

    @Test
    void aDelayedJobStartsWhenItsTimeHasCome() {
        client.sends(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(stage.nowInSeconds() + 10), "later");
        assertThat(client.sees()).containsExactly("JOB_CREATED H:test:1");

        stage.seconds(9);
        assertThat(worker.asks(GRAB_JOB)).containsExactly("NO_JOB");
        assertThat(client.asks(PacketType.GET_STATUS, "H:test:1")).containsExactly("STATUS_RES H:test:1 1 0 0 0");
        assertThat(stage.engine().deadline()).isEqualTo((stage.nowInSeconds() + 1) * 1000);

        stage.seconds(1);
        assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f later");
        assertThat(stage.engine().deadline()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aDelayedJobWakesSleepersWhenItIsDueAndNotBefore() {
        worker.sends(PacketType.PRE_SLEEP);
        client.sends(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(stage.nowInSeconds() + 10), "later");
        assertThat(worker.sees()).isEmpty();

        stage.seconds(10);

        assertThat(worker.sees()).containsExactly("NOOP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1", "soon", ""})
    void aTimeThatHasPassedIsNow(String time) {
        client.sends(SUBMIT_JOB_EPOCH, "f", "", time, "x");

        assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");
    }

    @Test
    void aTimeBeyondAllNumbersIsAnsweredToo() {
        assertThat(client.asks(SUBMIT_JOB_EPOCH, "f", "", "99999999999999999999", "x"))
                .containsExactly("JOB_CREATED H:test:1");
        assertThat(worker.asks(GRAB_JOB)).containsExactly("NO_JOB");
    }
}
