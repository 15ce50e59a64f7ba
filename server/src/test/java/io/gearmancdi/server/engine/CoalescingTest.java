package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_UNIQ;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_LOW;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static io.gearmancdi.protocol.PacketType.WORK_DATA;
import static io.gearmancdi.protocol.PacketType.WORK_FAIL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoalescingTest {
    private final Stage stage = new Stage();
    private final Stage.Actor client = stage.actor();
    private final Stage.Actor other = stage.actor();
    private final Stage.Actor worker = stage.worker("f");

    @Test
    void theSameUniqueIsTheSameJobAndTheFirstWorkloadCounts() {
        assertThat(client.asks(SUBMIT_JOB, "f", "u", "first")).containsExactly("JOB_CREATED H:test:1");
        assertThat(other.asks(SUBMIT_JOB, "f", "u", "second")).containsExactly("JOB_CREATED H:test:1");

        assertThat(worker.sends(GRAB_JOB).asks(GRAB_JOB)).containsExactly("NO_JOB");
        worker.sends(WORK_COMPLETE, "H:test:1", "r");

        assertThat(client.sees()).containsExactly("WORK_COMPLETE H:test:1 r");
        assertThat(other.sees()).containsExactly("WORK_COMPLETE H:test:1 r");
    }

    @Test
    void everyForegroundSubmissionOfAConnectionHearsEverything() {
        client.sends(SUBMIT_JOB, "f", "u", "x").sends(SUBMIT_JOB, "f", "u", "x").sees();

        worker.sends(GRAB_JOB).sends(WORK_DATA, "H:test:1", "d").sends(WORK_COMPLETE, "H:test:1", "r");

        assertThat(client.sees())
                .containsExactly(
                        "WORK_DATA H:test:1 d",
                        "WORK_DATA H:test:1 d",
                        "WORK_COMPLETE H:test:1 r",
                        "WORK_COMPLETE H:test:1 r");
    }

    @Test
    void runningJobsAreJoinedToo() {
        client.sends(SUBMIT_JOB, "f", "u", "x");
        worker.sends(GRAB_JOB).sends(WORK_DATA, "H:test:1", "missed");

        assertThat(other.asks(SUBMIT_JOB, "f", "u", "x")).containsExactly("JOB_CREATED H:test:1");
        worker.sends(WORK_COMPLETE, "H:test:1", "r");

        assertThat(other.sees()).containsExactly("WORK_COMPLETE H:test:1 r");
    }

    @Test
    void delayedJobsAreJoinedAndKeepTheirTime() {
        client.sends(SUBMIT_JOB_EPOCH, "f", "u", String.valueOf(stage.nowInSeconds() + 5), "x");

        assertThat(other.asks(SUBMIT_JOB_HIGH, "f", "u", "y")).containsExactly("JOB_CREATED H:test:1");
        assertThat(worker.asks(GRAB_JOB)).containsExactly("NO_JOB");
        stage.seconds(5);
        assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");
        worker.sends(WORK_COMPLETE, "H:test:1", "r");

        assertThat(other.sees()).containsExactly("WORK_COMPLETE H:test:1 r");
    }

    @Test
    void foregroundJoinsBackgroundAndTheOtherWayRound() {
        client.sends(SUBMIT_JOB_BG, "f", "a", "x")
                .sends(SUBMIT_JOB, "f", "b", "x")
                .sees();

        assertThat(other.asks(SUBMIT_JOB, "f", "a", "x")).containsExactly("JOB_CREATED H:test:1");
        assertThat(other.asks(SUBMIT_JOB_BG, "f", "b", "x")).containsExactly("JOB_CREATED H:test:2");
        worker.sends(GRAB_JOB).sends(GRAB_JOB);
        worker.sends(WORK_COMPLETE, "H:test:1", "1").sends(WORK_COMPLETE, "H:test:2", "2");

        assertThat(client.sees()).containsExactly("WORK_COMPLETE H:test:2 2");
        assertThat(other.sees()).containsExactly("WORK_COMPLETE H:test:1 1");
    }

    @Test
    void anUrgentSubmissionDoesNotRaiseTheJobItJoins() {
        client.sends(SUBMIT_JOB_LOW, "f", "u", "x")
                .sends(SUBMIT_JOB, "f", "", "y")
                .sends(SUBMIT_JOB_HIGH, "f", "u", "x");

        assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:2 f y");
    }

    @Test
    void otherFunctionsHaveTheirOwnUniques() {
        client.sends(SUBMIT_JOB, "f", "u", "x");

        assertThat(client.asks(SUBMIT_JOB, "g", "u", "x")).endsWith("JOB_CREATED H:test:2");
    }

    @Test
    void theEndOfAJobFreesItsUnique() {
        client.sends(SUBMIT_JOB, "f", "u", "x");
        worker.sends(GRAB_JOB).sends(WORK_FAIL, "H:test:1");

        assertThat(client.asks(SUBMIT_JOB, "f", "u", "x")).containsExactly("JOB_CREATED H:test:2");
    }

    @Test
    void jobsWithoutUniqueNeverJoin() {
        client.sends(SUBMIT_JOB, "f", "", "x").sends(SUBMIT_JOB, "f", "", "x");

        assertThat(client.sees()).containsExactly("JOB_CREATED H:test:1", "JOB_CREATED H:test:2");
    }

    @Test
    void aDashStandsForTheWorkload() {
        client.sends(SUBMIT_JOB, "f", "-", "x")
                .sends(SUBMIT_JOB, "f", "-", "y")
                .sends(SUBMIT_JOB, "f", "-", "x")
                .sends(SUBMIT_JOB, "f", "x", "x")
                .sends(SUBMIT_JOB, "f", "-", "")
                .sends(SUBMIT_JOB, "f", "-", "");

        assertThat(client.sees())
                .containsExactly(
                        "JOB_CREATED H:test:1",
                        "JOB_CREATED H:test:2",
                        "JOB_CREATED H:test:1",
                        "JOB_CREATED H:test:3",
                        "JOB_CREATED H:test:4",
                        "JOB_CREATED H:test:5");
        assertThat(worker.asks(GRAB_JOB_UNIQ)).containsExactly("JOB_ASSIGN_UNIQ H:test:1 f - x");
    }
}
