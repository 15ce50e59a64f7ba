package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.CANT_DO;
import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.RESET_ABILITIES;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SleepingTest {
    private final Stage stage = new Stage();
    private final Stage.Actor client = stage.actor();
    private final Stage.Actor worker = stage.worker("f", "g");

    @Test
    void aSleeperIsWokenOnceHoweverManyJobsCome() {
        worker.sends(PRE_SLEEP);

        client.sends(SUBMIT_JOB_BG, "f", "", "1").sends(SUBMIT_JOB_BG, "g", "", "2");

        assertThat(worker.sees()).containsExactly("NOOP");
    }

    @Test
    void whoDoesNotSleepIsNotWoken() {
        client.sends(SUBMIT_JOB_BG, "f", "", "1");
        assertThat(worker.sees()).isEmpty();

        worker.sends(PRE_SLEEP).sends(GRAB_JOB).sees();
        client.sends(SUBMIT_JOB_BG, "f", "", "2");
        assertThat(worker.sees()).isEmpty();
    }

    @Test
    void whoFallsAsleepWhileThereIsWorkIsWokenAtOnce() {
        client.sends(SUBMIT_JOB_BG, "f", "", "1");

        assertThat(worker.asks(PRE_SLEEP)).containsExactly("NOOP");
    }

    @Test
    void whoFallsAsleepAgainWithoutAGrabIsWokenAgain() {
        worker.sends(PRE_SLEEP);
        client.sends(SUBMIT_JOB_BG, "f", "", "1");
        assertThat(worker.sees()).containsExactly("NOOP");

        assertThat(worker.asks(PRE_SLEEP)).containsExactly("NOOP");
    }

    @Test
    void whoSleepsWithoutAbilitiesIsWokenOnceItHasOneWithWork() {
        client.sends(SUBMIT_JOB_BG, "h", "", "1");
        var perl = stage.actor();

        assertThat(perl.asks(PRE_SLEEP)).isEmpty();
        assertThat(perl.asks(CAN_DO, "h")).containsExactly("NOOP");
    }

    @Test
    void whoOffersAFunctionAsleepIsWokenForIt() {
        worker.sends(PRE_SLEEP).sends(CAN_DO, "h");

        client.sends(SUBMIT_JOB_BG, "h", "", "1");

        assertThat(worker.sees()).containsExactly("NOOP");
    }

    @Test
    void nobodyIsWokenForWhatHeDoesNotOfferAnyMore() {
        worker.sends(PRE_SLEEP).sends(CANT_DO, "f");
        client.sends(SUBMIT_JOB_BG, "f", "", "1");
        assertThat(worker.sees()).isEmpty();

        worker.sends(RESET_ABILITIES);
        client.sends(SUBMIT_JOB_BG, "g", "", "1");
        assertThat(worker.sees()).isEmpty();
    }

    @Test
    void allSleepersOfAFunctionAreWoken() {
        var second = stage.worker("f").sends(PRE_SLEEP);
        var stranger = stage.worker("h").sends(PRE_SLEEP);
        worker.sends(PRE_SLEEP);

        client.sends(SUBMIT_JOB_BG, "f", "", "1");

        assertThat(worker.sees()).containsExactly("NOOP");
        assertThat(second.sees()).containsExactly("NOOP");
        assertThat(stranger.sees()).isEmpty();
    }

    @Test
    void orAsManyAsTheSettingsAllowTheLongestSleeperFirst() {
        var frugal = new Stage(0, 1);
        var submitter = frugal.actor();
        var first = frugal.worker("f").sends(PRE_SLEEP);
        var second = frugal.worker("f").sends(PRE_SLEEP);

        submitter.sends(SUBMIT_JOB_BG, "f", "", "1");
        assertThat(first.sees()).containsExactly("NOOP");
        assertThat(second.sees()).isEmpty();

        submitter.sends(SUBMIT_JOB_BG, "f", "", "2");
        assertThat(first.sees()).isEmpty();
        assertThat(second.sees()).containsExactly("NOOP");
    }

    @Test
    void aSleeperMayRunJobsMeanwhile() {
        client.sends(SUBMIT_JOB_BG, "f", "", "1");
        worker.sends(GRAB_JOB).sends(GRAB_JOB).sends(PRE_SLEEP);
        assertThat(worker.sees()).containsExactly("JOB_ASSIGN H:test:1 f 1", "NO_JOB");

        client.sends(SUBMIT_JOB_BG, "f", "", "2");

        assertThat(worker.sees()).containsExactly("NOOP");
    }
}
