package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.CANT_DO;
import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.CAN_DO_TIMEOUT;
import static io.gearmancdi.protocol.PacketType.GET_STATUS;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.RESET_ABILITIES;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static io.gearmancdi.protocol.PacketType.WORK_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeavingTest {
    private final Stage stage = new Stage();
    private final Stage.Actor client = stage.actor();
    private final Stage.Actor worker = stage.worker("f");

    @Nested
    class AWorkerThatLeaves {
        @Test
        void leavesItsJobsToTheNext() {
            client.sends(SUBMIT_JOB, "f", "u", "x").sees();
            worker.sends(GRAB_JOB).sends(WORK_STATUS, "H:test:1", "1", "2");
            var next = stage.worker("f").sends(PRE_SLEEP);

            worker.leaves();

            assertThat(client.asks(GET_STATUS, "H:test:1")).containsExactly("STATUS_RES H:test:1 1 0 0 0");
            assertThat(next.sees()).containsExactly("NOOP");
            assertThat(next.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");
            next.sends(WORK_COMPLETE, "H:test:1", "r");
            assertThat(client.sees()).containsExactly("WORK_COMPLETE H:test:1 r");
        }

        @Test
        void leavesThemToNobodyWhereTheyHaveNoTriesLeft() {
            var strict = new Stage(2, 0);
            var caller = strict.actor().sends(SUBMIT_JOB, "f", "u", "x");
            caller.sees();

            strict.worker("f").sends(GRAB_JOB).leaves();
            assertThat(caller.sees()).isEmpty();
            strict.worker("f").sends(GRAB_JOB).leaves();

            assertThat(caller.sees()).containsExactly("WORK_FAIL H:test:1");
            assertThat(strict.engine().jobs()).isZero();
        }

        @Test
        void leavesSeveralInTheOrderInWhichItGotThem() {
            for (var job : List.of("1", "2", "3", "4")) {
                client.sends(SUBMIT_JOB_BG, "f", "", job);
            }
            worker.sends(GRAB_JOB).sends(GRAB_JOB).sends(GRAB_JOB).leaves();
            assertThat(stage.engine().statistics().lost()).isEqualTo(3);
            var next = stage.worker("f");

            next.sends(GRAB_JOB).sends(GRAB_JOB).sends(GRAB_JOB).sends(GRAB_JOB).sends(GRAB_JOB);

            assertThat(next.sees())
                    .containsExactly(
                            "JOB_ASSIGN H:test:4 f 4",
                            "JOB_ASSIGN H:test:1 f 1",
                            "JOB_ASSIGN H:test:2 f 2",
                            "JOB_ASSIGN H:test:3 f 3",
                            "NO_JOB");
        }

        @Test
        void leavesNoneForEverWhereTheTriesWereMoreBefore() {
            var strict = new Stage(2, 0);
            strict.engine()
                    .restore(new StoredJob(1, new byte[] {'f'}, new byte[] {'u'}, new byte[0], null, 1, 0, 5), 7, 0);

            strict.worker("f").sends(GRAB_JOB).leaves();

            assertThat(strict.engine().jobs()).isZero();
        }

        @Test
        void isCountedAndWokenNoMore() {
            worker.sends(PRE_SLEEP).leaves();
            client.sends(SUBMIT_JOB_BG, "f", "", "x");

            assertThat(worker.sees()).isEmpty();
            client.sees();
            assertThat(client.types("status").sees()).containsExactly("f\t1\t0\t0\n.\n");
        }
    }

    @Nested
    class AWorkerThatWithdrawsAFunction {
        @Test
        void finishesTheJobItRuns() {
            client.sends(SUBMIT_JOB, "f", "u", "x").sees();
            worker.sends(GRAB_JOB).sends(CANT_DO, "f").sends(RESET_ABILITIES).sees();

            assertThat(stage.worker("f").asks(GRAB_JOB)).containsExactly("NO_JOB");
            worker.sends(WORK_COMPLETE, "H:test:1", "r");

            assertThat(worker.sees()).isEmpty();
            assertThat(client.sees()).containsExactly("WORK_COMPLETE H:test:1 r");
        }

        @Test
        void isOneWorkerHoweverOftenItOffered() {
            worker.sends(CAN_DO, "f").sends(CAN_DO, "f");
            assertThat(client.types("status").sees()).containsExactly("f\t0\t0\t1\n.\n");

            worker.sends(CANT_DO, "f").sends(CANT_DO, "f").sends(CANT_DO, "never offered");
            assertThat(client.types("status").sees()).containsExactly("f\t0\t0\t0\n.\n");
        }
    }

    @Nested
    class AWorkerThatIsTooSlow {
        private final Stage.Actor slow = stage.actor().sends(CAN_DO_TIMEOUT, "f", "5000");

        @Test
        void losesTheJobToTheNext() {
            client.sends(SUBMIT_JOB, "f", "", "x").sees();
            slow.sends(GRAB_JOB).sees();

            stage.seconds(4);
            assertThat(worker.asks(GRAB_JOB)).containsExactly("NO_JOB");
            stage.seconds(1);
            assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");

            assertThat(slow.asks(WORK_COMPLETE, "H:test:1", "late"))
                    .containsExactly("ERROR JOB_NOT_FOUND Job given in work result not found");
            assertThat(client.sees()).isEmpty();
        }

        @Test
        void hasTheWholeTimeForEveryJob() {
            client.sends(SUBMIT_JOB, "f", "", "1")
                    .sends(SUBMIT_JOB, "f", "", "2")
                    .sees();
            slow.sends(GRAB_JOB);
            stage.seconds(3);
            slow.sends(GRAB_JOB)
                    .sends(WORK_COMPLETE, "H:test:1", "a")
                    .sends(PRE_SLEEP)
                    .sees();

            stage.seconds(4);
            assertThat(client.asks(GET_STATUS, "H:test:2")).endsWith("STATUS_RES H:test:2 1 1 0 0");
            stage.seconds(1);
            assertThat(client.asks(GET_STATUS, "H:test:2")).endsWith("STATUS_RES H:test:2 1 0 0 0");
        }

        @Test
        void isWaitedForWhereTheTimeoutIsNone() {
            slow.sends(CAN_DO_TIMEOUT, "f", "0");
            client.sends(SUBMIT_JOB, "f", "", "1");
            slow.sends(GRAB_JOB);

            assertThat(stage.engine().deadline()).isEqualTo(Long.MAX_VALUE);
        }

        @ParameterizedTest
        @CsvSource({"1, 1000", "999, 999000", "1000, 1000", "1001, 1001"})
        void hasSecondsWhereMillisecondsMakeNoneAsPerlCountsThem(String timeout, long millis) {
            slow.sends(CAN_DO_TIMEOUT, "f", timeout);
            client.sends(SUBMIT_JOB, "f", "", "1");
            slow.sends(GRAB_JOB);

            assertThat(stage.millisToNext()).isEqualTo(millis);
        }

        @Test
        void countsForTheTriesOfItsJob() {
            var strict = new Stage(2, 0);
            var caller = strict.actor().sends(SUBMIT_JOB, "f", "u", "x");
            caller.sees();
            var twice = strict.actor().sends(CAN_DO_TIMEOUT, "f", "5");

            twice.sends(GRAB_JOB);
            strict.seconds(5);
            assertThat(caller.sees()).isEmpty();
            twice.sends(GRAB_JOB);
            strict.seconds(5);

            assertThat(caller.sees()).containsExactly("WORK_FAIL H:test:1");
            assertThat(strict.engine().jobs()).isZero();
        }
    }

    @Nested
    class AClientThatLeaves {
        @Test
        void takesItsWaitingForegroundJobsWithIt() {
            client.sends(SUBMIT_JOB, "f", "u", "x").leaves();

            assertThat(worker.asks(GRAB_JOB)).containsExactly("NO_JOB");
            assertThat(worker.types("status").sees()).containsExactly("f\t0\t0\t1\n.\n");
            assertThat(stage.actor().asks(SUBMIT_JOB, "f", "u", "x")).containsExactly("JOB_CREATED H:test:2");
        }

        @Test
        void leavesThemWhereOthersWaitForThem() {
            var other = stage.actor().sends(SUBMIT_JOB, "f", "u", "x");
            client.sends(SUBMIT_JOB, "f", "u", "x")
                    .sends(SUBMIT_JOB, "f", "u", "x")
                    .leaves();
            other.sees();

            worker.sends(GRAB_JOB).sends(WORK_COMPLETE, "H:test:1", "r");

            assertThat(other.sees()).containsExactly("WORK_COMPLETE H:test:1 r");
        }

        @Test
        void leavesBackgroundJobs() {
            client.sends(SUBMIT_JOB_BG, "f", "u", "x").leaves();

            assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");
        }

        @Test
        void doesNotTakeABackgroundJobThatItJoined() {
            client.sends(SUBMIT_JOB_BG, "f", "u", "x");
            stage.actor().sends(SUBMIT_JOB, "f", "u", "x").leaves();

            assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");
        }

        @Test
        void doesNotTakeAJobThatABackgroundSubmissionJoined() {
            client.sends(SUBMIT_JOB, "f", "u", "x");
            stage.actor().sends(SUBMIT_JOB_BG, "f", "u", "x");
            client.leaves();

            assertThat(worker.asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:1 f x");
        }

        @Test
        void doesNotDisturbTheWorkerThatRunsItsJob() {
            client.sends(SUBMIT_JOB, "f", "u", "x");
            worker.sends(GRAB_JOB).sees();
            client.leaves();

            assertThat(worker.asks(WORK_COMPLETE, "H:test:1", "r")).isEmpty();
            assertThat(stage.engine().jobs()).isZero();
        }

        @Test
        void isNotWorkedForAgain() {
            client.sends(SUBMIT_JOB, "f", "u", "x");
            worker.sends(GRAB_JOB);
            client.leaves();
            worker.leaves();

            assertThat(stage.engine().jobs()).isZero();
        }

        @Test
        void mayBeItsOwnWorker() {
            worker.sends(SUBMIT_JOB, "f", "u", "x").sends(GRAB_JOB).leaves();

            assertThat(stage.engine().jobs()).isZero();
        }

        @Test
        void mayBeJoinedWhileItsJobRuns() {
            client.sends(SUBMIT_JOB, "f", "u", "x");
            worker.sends(GRAB_JOB);
            client.leaves();
            var other = stage.actor().sends(SUBMIT_JOB, "f", "u", "x");

            worker.sends(WORK_COMPLETE, "H:test:1", "r");

            assertThat(other.sees()).containsExactly("JOB_CREATED H:test:1", "WORK_COMPLETE H:test:1 r");
        }
    }
}
