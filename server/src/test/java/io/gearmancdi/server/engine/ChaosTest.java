package io.gearmancdi.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.AdminProtocol.FunctionStatus;
import io.gearmancdi.protocol.PacketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Actors that do anything at any time: whatever they do, the engine keeps its books. */
class ChaosTest {
    private static final List<PacketType> SUBMISSIONS = List.of(
            PacketType.SUBMIT_JOB,
            PacketType.SUBMIT_JOB_HIGH,
            PacketType.SUBMIT_JOB_LOW,
            PacketType.SUBMIT_JOB_BG,
            PacketType.SUBMIT_JOB_HIGH_BG,
            PacketType.SUBMIT_JOB_LOW_BG);

    private final Stage stage = new Stage(3, 2);
    private final Stage.Actor operator = stage.actor();
    private final List<Stage.Actor> actors = new ArrayList<>();
    private int submissions;

    @RepeatedTest(30)
    void theBooksAreRight(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int step = 0; step < 3_000; step++) {
            if (actors.size() < 8) {
                actors.add(stage.actor());
            }
            act(actors.get(random.nextInt(actors.size())), random);
            if (step % 50 == 0) {
                checkStatus();
            }
        }

        actors.forEach(Stage.Actor::leaves);
        stage.seconds(1_000);
        finishTheRest();

        assertThat(stage.engine().jobs()).isZero();
        assertThat(stage.engine().deadline()).isEqualTo(Long.MAX_VALUE);
        assertThat(status()).allMatch(row -> row.total() == 0 && row.running() == 0);
    }

    private void act(Stage.Actor actor, Random random) {
        var function = "f" + random.nextInt(3);
        var unique = random.nextInt(3) == 0 ? "" : "u" + random.nextInt(10);
        var handle = "H:test:" + Math.max(1, submissions - random.nextInt(20));
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> {
                submissions++;
                actor.sends(SUBMISSIONS.get(random.nextInt(SUBMISSIONS.size())), function, unique, "x");
            }
            case 3 -> actor.sends(PacketType.SUBMIT_JOB_EPOCH, function, unique, "" + (stage.nowInSeconds() + 5), "x");
            case 4 -> actor.sends(PacketType.CAN_DO, function);
            case 5 -> actor.sends(PacketType.CAN_DO_TIMEOUT, function, "3000");
            case 6 -> actor.sends(PacketType.CANT_DO, function);
            case 7, 8, 9 -> actor.sends(PacketType.GRAB_JOB);
            case 10 -> actor.sends(PacketType.PRE_SLEEP);
            case 11 -> actor.sends(PacketType.WORK_COMPLETE, handle, "r");
            case 12 -> actor.sends(PacketType.WORK_EXCEPTION, handle, "r").sends(PacketType.WORK_FAIL, handle);
            case 13 -> stage.seconds(1);
            case 14 -> operator.types(random.nextInt(5) == 0 ? "cancel job " + handle : "show jobs");
            default -> {
                switch (random.nextInt(8)) {
                    case 0, 1 -> {
                        actors.remove(actor);
                        actor.leaves();
                    }
                    case 2 -> actor.takes(random.nextInt(5)); // and is lost then
                    default -> {}
                }
            }
        }
    }

    private void finishTheRest() {
        var worker = stage.worker("f0", "f1", "f2");
        for (var answer = worker.asks(PacketType.GRAB_JOB).get(0);
                !answer.equals("NO_JOB");
                answer = worker.asks(PacketType.GRAB_JOB).get(0)) {
            worker.sends(PacketType.WORK_COMPLETE, answer.substring(11, answer.indexOf(' ', 11)), "r");
        }
        worker.leaves();
    }

    private void checkStatus() {
        assertThat(status()).allSatisfy(row -> {
            assertThat(row.running()).isBetween(0L, row.total());
            assertThat(row.workers()).isBetween(0L, (long) actors.size());
        });
        assertThat(status().stream().mapToLong(FunctionStatus::total).sum())
                .isEqualTo(stage.engine().jobs());
    }

    private List<FunctionStatus> status() {
        operator.sees();
        return operator.types("status")
                .sees()
                .get(0)
                .lines()
                .filter(line -> !line.equals("."))
                .map(FunctionStatus::parse)
                .toList();
    }
}
