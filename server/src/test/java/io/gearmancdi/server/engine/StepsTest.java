package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.CAN_DO_TIMEOUT;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.PacketType;
import org.junit.jupiter.api.Test;

/** What happens to many jobs at once happens in steps, between which others are served. */
class StepsTest {
    private static final int JOBS = 2 * Engine.STEPS + 1;

    private final Stage stage = new Stage();
    private final Stage.Actor client = stage.actor();

    private void submits(PacketType type, String... arguments) {
        for (int job = 0; job < JOBS; job++) {
            client.sends(type, arguments);
        }
    }

    /** The loop goes round until nothing is left to do at once. */
    private int rounds() {
        int rounds = 0;
        while (stage.millisToNext() <= 0) {
            stage.tick();
            rounds++;
        }
        return rounds;
    }

    private long waiting() {
        return stage.engine().statistics().waiting();
    }

    @Test
    void jobsThatFallDueTogetherAreQueuedInSteps() {
        submits(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(stage.nowInSeconds() + 5), "x");

        stage.seconds(5);

        assertThat(stage.actor().types("prioritystatus").sees())
                .containsExactly("f\t0\t" + Engine.STEPS + "\t0\t0\n.\n");
        assertThat(rounds()).isEqualTo(2);
        assertThat(stage.actor().types("prioritystatus").sees()).containsExactly("f\t0\t" + JOBS + "\t0\t0\n.\n");
    }

    @Test
    void jobsThatRanForTooLongTogetherAreTakenAwayInSteps() {
        var worker = stage.actor().sends(CAN_DO_TIMEOUT, "f", "5");
        submits(SUBMIT_JOB_BG, "f", "", "x");
        for (int job = 0; job < JOBS; job++) {
            worker.sends(GRAB_JOB);
        }

        stage.seconds(5);

        assertThat(waiting()).isEqualTo(Engine.STEPS);
        assertThat(rounds()).isEqualTo(2);
        assertThat(waiting()).isEqualTo(JOBS);
    }

    @Test
    void jobsOfAClientThatLeavesAreForgottenInSteps() {
        submits(SUBMIT_JOB, "f", "", "x");

        client.leaves();

        assertThat(waiting()).isEqualTo(JOBS - Engine.STEPS);
        assertThat(rounds()).isEqualTo(2);
        assertThat(waiting()).isZero();
    }

    @Test
    void jobsOfAWorkerThatLeavesAreQueuedInSteps() {
        var worker = stage.worker("f");
        submits(SUBMIT_JOB_BG, "f", "", "x");
        for (int job = 0; job < JOBS; job++) {
            worker.sends(GRAB_JOB);
        }

        worker.leaves();

        assertThat(waiting()).isEqualTo(Engine.STEPS);
        assertThat(rounds()).isEqualTo(2);
        assertThat(waiting()).isEqualTo(JOBS);
    }

    @Test
    void whoIsGoneIsToldNothingMeanwhile() {
        submits(SUBMIT_JOB, "f", "", "x");
        client.sees();
        client.leaves();
        var first = "H:test:1"; // the last that is forgotten

        stage.worker("f").sends(GRAB_JOB).sends(WORK_COMPLETE, first, "r");

        assertThat(client.sees()).isEmpty();
        rounds();
        assertThat(stage.engine().jobs()).isZero();
    }

    @Test
    void aJobOfWhoIsGoneMayBeJoinedMeanwhile() {
        submits(SUBMIT_JOB, "f", "", "x");
        client.sends(SUBMIT_JOB, "f", "u", "x");
        for (int job = 0; job < Engine.STEPS; job++) {
            client.sends(SUBMIT_JOB, "g", "", "x");
        }
        client.leaves();
        var other = stage.actor().sends(SUBMIT_JOB, "f", "u", "y");

        rounds();

        assertThat(other.sees()).containsExactly("JOB_CREATED H:test:" + (JOBS + 1));
        assertThat(stage.worker("f").asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:" + (JOBS + 1) + " f x");
    }
}
