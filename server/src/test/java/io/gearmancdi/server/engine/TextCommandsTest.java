package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.SET_CLIENT_ID;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.PacketType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextCommandsTest {
    private static final String INCOMPLETE =
            "ERR INVALID_ARGUMENTS An+incomplete+set+of+arguments+was+sent+to+this+command+";

    private final Stage stage = new Stage();
    private final Stage.Actor operator = stage.actor();

    private String answer(String line) {
        operator.sees();
        return String.join("", operator.types(line).sees());
    }

    @ParameterizedTest
    @CsvSource({
        "version, OK 1.2.3",
        "VERSION, OK 1.2.3",
        "version please, OK 1.2.3",
        "getpid, OK 4711",
        "verbose, OK ERROR"
    })
    void valuesAreOneLine(String line, String answer) {
        assertThat(answer(line)).isEqualTo(answer + "\n");
    }

    @Test
    void statusCountsJobsAndWorkersOfAFunction() {
        assertThat(answer("status")).isEqualTo(".\n");
        stage.worker("f").sends(GRAB_JOB);
        stage.worker("f", "g");
        operator.sends(SUBMIT_JOB, "f", "", "1").sends(SUBMIT_JOB, "f", "", "2").sends(SUBMIT_JOB_BG, "h", "", "3");
        stage.worker("f").sends(GRAB_JOB);

        assertThat(answer("status")).isEqualTo("f\t2\t1\t3\ng\t0\t0\t1\nh\t1\t0\t0\n.\n");
    }

    @Test
    void priorityStatusCountsWaitingJobs() {
        operator.sends(SUBMIT_JOB, "f", "", "1")
                .sends(SUBMIT_JOB_HIGH, "f", "", "2")
                .sends(SUBMIT_JOB, "f", "", "3");

        assertThat(answer("prioritystatus")).isEqualTo("f\t1\t2\t0\t0\n.\n");
    }

    @Test
    void workersShowsEveryConnectionAndTheLatestFunctionFirst() {
        stage.worker("f", "g").sends(SET_CLIENT_ID, "my worker");

        assertThat(answer("workers")).isEqualTo("1 127.0.0.1 - :\n2 127.0.0.1 my_worker : g f\n.\n");
    }

    @Test
    void showJobsListsHandleLossesAbandonmentAndBackground() {
        operator.sends(SUBMIT_JOB, "f", "u", "1").sends(SUBMIT_JOB_BG, "f", "", "2");
        stage.worker("f").sends(GRAB_JOB).leaves();

        assertThat(answer("show jobs")).isEqualTo("H:test:1\t1\t0\t0\nH:test:2\t0\t0\t1\n.\n");
        assertThat(answer("SHOW Unique JOBS")).isEqualTo("u\n\n.\n");
    }

    @Test
    void otherThingsToShowAreUnknown() {
        assertThat(answer("show")).isEqualTo("ERR UNKNOWN_COMMAND Unknown+server+commandshow\r\n");
        assertThat(answer("show foo")).isEqualTo("ERR UNKNOWN_SHOW_ARGUMENTS\r\n");
        assertThat(answer("show unique")).isEqualTo("ERR UNKNOWN_SHOW_ARGUMENTS\r\n");
    }

    @ParameterizedTest
    @CsvSource({"foo, foo", "foo bar, foo", "shutdown, shutdown", "shutdown graceful, shutdown", "a b c d e f, a"})
    void otherCommandsAreUnknown(String line, String shown) {
        assertThat(answer(line)).isEqualTo("ERR UNKNOWN_COMMAND Unknown+server+command" + shown + "\r\n");
    }

    @Test
    void noCommandIsUnknownToo() {
        assertThat(answer("")).isEqualTo("ERR UNKNOWN_COMMAND Unknown+server+command\r\n");
    }

    @Test
    void createMakesAFunctionWithItsWholeName() {
        assertThat(answer("create function abc")).isEqualTo("OK\r\n");
        assertThat(answer("status")).isEqualTo("abc\t0\t0\t0\n.\n");
        assertThat(answer("create")).isEqualTo(INCOMPLETE + "create\r\n");
        assertThat(answer("create function")).isEqualTo(INCOMPLETE + "create\r\n");
        assertThat(answer("create foo bar")).isEqualTo(INCOMPLETE + "create\r\n");
    }

    @Nested
    class Drop {
        @Test
        void removesAnIdleFunction() {
            answer("create function f");

            assertThat(answer("drop function f")).isEqualTo("OK\r\n");
            assertThat(answer("status")).isEqualTo(".\n");
        }

        @Test
        void leavesAFunctionWhoseJobsAreAllDelayed() {
            operator.sends(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(stage.nowInSeconds() + 5), "x");

            assertThat(answer("drop function f"))
                    .isEqualTo("ERR there are still connected workers or executing clients\r\n");
        }

        @Test
        void leavesAFunctionWithJobsOrWorkers() {
            stage.worker("f");
            operator.sends(SUBMIT_JOB_BG, "g", "", "x");

            for (var function : new String[] {"f", "g"}) {
                assertThat(answer("drop function " + function))
                        .isEqualTo("ERR there are still connected workers or executing clients\r\n");
            }
        }

        @Test
        void needsAFunctionThatIsThere() {
            assertThat(answer("drop function f")).isEqualTo("ERR function not found\r\n");
            assertThat(answer("drop")).isEqualTo(INCOMPLETE + "drop\r\n");
        }
    }

    @Nested
    class Cancel {
        @Test
        void failsAWaitingJobAndFreesItsUnique() {
            operator.sends(SUBMIT_JOB, "f", "u", "x").sees();

            assertThat(operator.types("cancel job H:test:1").sees()).containsExactly("WORK_FAIL H:test:1", "OK\r\n");
            assertThat(operator.asks(SUBMIT_JOB, "f", "u", "x")).containsExactly("JOB_CREATED H:test:2");
            assertThat(stage.worker("f").asks(GRAB_JOB)).containsExactly("JOB_ASSIGN H:test:2 f x");
        }

        @Test
        void failsARunningJobOnceAndLetsItsWorkerEndIt() {
            var worker = stage.worker("f");
            operator.sends(SUBMIT_JOB, "f", "u", "x");
            worker.sends(GRAB_JOB).sees();
            operator.sees();

            assertThat(operator.types("cancel job H:test:1").sees()).containsExactly("WORK_FAIL H:test:1", "OK\r\n");
            assertThat(operator.asks(SUBMIT_JOB, "f", "u", "x")).containsExactly("JOB_CREATED H:test:2");
            assertThat(worker.asks(WORK_COMPLETE, "H:test:1", "r")).isEmpty();
            assertThat(operator.sees()).isEmpty();
        }

        @Test
        void knowsARunningJobNoMoreThatWasCancelledAndCountsItOnce() {
            var worker = stage.worker("f");
            operator.sends(SUBMIT_JOB, "f", "u", "x");
            worker.sends(GRAB_JOB);
            answer("cancel job H:test:1");

            assertThat(answer("cancel job H:test:1")).isEqualTo("ERR UNKNOWN_JOB\r\n");
            assertThat(answer("show jobs")).isEqualTo("H:test:1\t0\t1\t0\n.\n");
            worker.sends(WORK_COMPLETE, "H:test:1", "r");

            assertThat(stage.engine().statistics().failed()).isEqualTo(1);
            assertThat(stage.engine().statistics().completed()).isZero();
            assertThat(answer("show jobs")).isEqualTo(".\n");
        }

        @ParameterizedTest
        @EnumSource(names = {"WORK_FAIL", "WORK_EXCEPTION"})
        void countsARunningJobOnceThatFailsAfterwards(PacketType end) {
            var worker = stage.worker("f");
            operator.sends(SUBMIT_JOB, "f", "u", "x");
            worker.sends(GRAB_JOB);
            answer("cancel job H:test:1");

            worker.sends(end, end == PacketType.WORK_FAIL ? new String[] {"H:test:1"} : new String[] {"H:test:1", "e"});

            assertThat(stage.engine().statistics().failed()).isEqualTo(1);
        }

        @Test
        void keepsACancelledJobFromRunningAgain() {
            var worker = stage.worker("f");
            operator.sends(SUBMIT_JOB_BG, "f", "u", "x");
            worker.sends(GRAB_JOB);
            operator.types("cancel job H:test:1");

            worker.leaves();

            assertThat(stage.engine().jobs()).isZero();
        }

        @Test
        void needsAJobThatIsThere() {
            assertThat(answer("cancel job H:test:1")).isEqualTo("ERR UNKNOWN_JOB\r\n");
            assertThat(answer("cancel foo bar")).isEqualTo("ERR UNKNOWN_ERROR\r\n");
            assertThat(answer("cancel job")).isEqualTo("ERR UNKNOWN_COMMAND Unknown+server+commandcancel\r\n");
        }
    }

    @Nested
    class Maxqueue {
        @Test
        void isAlwaysAccepted() {
            operator.sends(CAN_DO, "f");

            for (var line :
                    new String[] {"maxqueue f", "maxqueue f 3", "maxqueue f 1 2 3", "maxqueue g 1", "maxqueue f x"}) {
                assertThat(answer(line)).isEqualTo("OK\r\n");
            }
            assertThat(answer("maxqueue")).isEqualTo(INCOMPLETE + "maxqueue\r\n");
        }

        @Test
        void countsDelayedJobsAndRefusesThem() {
            var later = String.valueOf(stage.nowInSeconds() + 5);
            operator.sends(CAN_DO, "f").types("maxqueue f 1").sees();

            assertThat(operator.asks(SUBMIT_JOB_EPOCH, "f", "", later, "1")).containsExactly("JOB_CREATED H:test:1");
            assertThat(operator.asks(SUBMIT_JOB_EPOCH, "f", "", later, "2"))
                    .containsExactly("ERROR QUEUE_ERROR Job queue is full");
            assertThat(operator.asks(SUBMIT_JOB, "f", "", "3")).containsExactly("ERROR QUEUE_ERROR Job queue is full");
        }

        @Test
        void withoutANumberLiftsTheLimit() {
            operator.sends(CAN_DO, "f").types("maxqueue f 1").sends(SUBMIT_JOB_BG, "f", "", "1");
            assertThat(operator.asks(SUBMIT_JOB_BG, "f", "", "2"))
                    .containsExactly("ERROR QUEUE_ERROR Job queue is full");

            answer("maxqueue f");

            assertThat(operator.asks(SUBMIT_JOB_BG, "f", "", "2")).containsExactly("JOB_CREATED H:test:2");
        }
    }
}
