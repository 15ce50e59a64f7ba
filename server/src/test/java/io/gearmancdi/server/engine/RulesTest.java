package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static io.gearmancdi.protocol.PacketType.WORK_EXCEPTION;
import static io.gearmancdi.protocol.PacketType.WORK_FAIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of an engine change. */
class RulesTest {

    @Nested
    class RoundRobin {
        private final Stage stage = new Stage(new Rules().roundRobin());
        private final Stage.Actor client = stage.actor();
        private final Stage.Actor worker = stage.worker("f", "g", "h");

        private List<String> served(int jobs) {
            var served = new ArrayList<String>();
            for (int job = 0; job < jobs; job++) {
                served.add(worker.asks(GRAB_JOB).get(0).split(" ", -1)[2]);
            }
            return served;
        }

        @Test
        void functionsTakeTurns() {
            for (int job = 0; job < 3; job++) {
                client.sends(SUBMIT_JOB_BG, "f", "", "w");
            }
            client.sends(SUBMIT_JOB_BG, "g", "", "w").sends(SUBMIT_JOB_BG, "h", "", "w");

            assertThat(served(5)).containsExactly("f", "g", "h", "f", "f");
        }

        @Test
        void priorityGoesFirstAllTheSame() {
            client.sends(SUBMIT_JOB_BG, "g", "", "w").sends(SUBMIT_JOB_HIGH_BG, "f", "", "w");
            client.sends(SUBMIT_JOB_HIGH_BG, "f", "", "w");

            assertThat(served(3)).containsExactly("f", "f", "g");
        }
    }

    @Nested
    class WakingAsNeeded {
        private final Stage stage = new Stage(new Rules().wakeUps(EngineSettings.AS_NEEDED));
        private final Stage.Actor client = stage.actor();
        private final Stage.Actor first = stage.worker("f").sends(PRE_SLEEP);
        private final Stage.Actor second = stage.worker("f").sends(PRE_SLEEP);
        private final Stage.Actor third = stage.worker("f").sends(PRE_SLEEP);

        @Test
        void oneJobWakesOneWorker() {
            client.sends(SUBMIT_JOB_BG, "f", "", "w");
            assertThat(first.sends(GRAB_JOB).sees()).containsExactly("NOOP", "JOB_ASSIGN H:test:1 f w");

            stage.seconds(60);

            assertThat(second.sees()).isEmpty();
            assertThat(third.sees()).isEmpty();
        }

        @Test
        void everyJobWakesAnother() {
            client.sends(SUBMIT_JOB_BG, "f", "", "w").sends(SUBMIT_JOB_BG, "f", "", "w");

            assertThat(first.sees()).containsExactly("NOOP");
            assertThat(second.sees()).containsExactly("NOOP");
            assertThat(third.sees()).isEmpty();
        }

        @Test
        void allAreWokenWhereTheFirstDoesNotCome() {
            client.sends(SUBMIT_JOB_BG, "f", "", "w");
            assertThat(stage.engine().deadline()).isLessThan(Long.MAX_VALUE);
            stage.millis(Rousing.PATIENCE - 1);
            assertThat(second.sees()).isEmpty();

            stage.millis(1);

            assertThat(second.sees()).containsExactly("NOOP");
            assertThat(third.sees()).containsExactly("NOOP");
            assertThat(stage.engine().deadline()).isEqualTo(Long.MAX_VALUE);
        }

        @Test
        void aLostWorkerAndADelayedJobWakeToo() {
            client.sends(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(stage.nowInSeconds() + 5), "w");
            assertThat(first.sees()).isEmpty();
            stage.seconds(5);
            assertThat(first.sends(GRAB_JOB).sees()).hasSize(2);

            first.leaves();

            assertThat(second.sees()).containsExactly("NOOP");
        }
    }

    @Nested
    class Functions {
        private static final String REFUSED = "ERROR INVALID_FUNCTION_NAME Function name too large or not legal";

        private final Stage stage = new Stage(new Rules().functionLength(3).functions(2));
        private final Stage.Actor peer = stage.actor();

        @ParameterizedTest
        @ValueSource(strings = {"long", "a\n", "\r", "a\u007f"})
        void withOtherNamesAreRefusedWhoeverNamesThem(String name) {
            assertThat(peer.asks(SUBMIT_JOB, name, "", "w")).containsExactly(REFUSED);
            assertThat(peer.asks(CAN_DO, name)).containsExactly(REFUSED);
            peer.sees();
            assertThat(peer.types("status").sees()).containsExactly(".\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "abc", "a b", "ü", "a\tb"})
        void mayHaveAnyOtherName(String name) {
            assertThat(peer.asks(SUBMIT_JOB, name, "", "w")).containsExactly("JOB_CREATED H:test:1");
        }

        @Test
        void areLimitedInNumber() {
            peer.sends(CAN_DO, "a").sends(CAN_DO, "b");

            assertThat(peer.asks(CAN_DO, "c")).containsExactly(REFUSED);
            assertThat(peer.asks(CAN_DO, "a")).isEmpty();
            assertThat(peer.types("create function d").sees()).containsExactly("ERR INVALID_FUNCTION_NAME\r\n");
        }
    }

    @Test
    void exceptionsMayBeForEverybody() {
        var stage = new Stage(new Rules().exceptions());
        var client = stage.actor().sends(SUBMIT_JOB, "f", "", "w");
        var worker = stage.worker("f").sends(GRAB_JOB);
        client.sees();

        worker.sends(WORK_EXCEPTION, "H:test:1", "bang");

        assertThat(client.sees()).containsExactly("WORK_EXCEPTION H:test:1 bang");
    }

    @Test
    void allJobsTogetherAreLimitedByTheirSize() {
        var stage = new Stage(new Rules().queueBytes(2_000));
        var client = stage.actor();
        assertThat(client.asks(SUBMIT_JOB_BG, "f", "u", "x".repeat(2_000))).containsExactly("JOB_CREATED H:test:1");

        assertThat(client.asks(SUBMIT_JOB_BG, "g", "v", "x")).containsExactly("ERROR QUEUE_ERROR Job queue is full");
        assertThat(client.asks(SUBMIT_JOB_BG, "f", "u", "x")).containsExactly("JOB_CREATED H:test:1");
        stage.worker("f").sends(GRAB_JOB).sends(WORK_COMPLETE, "H:test:1", "");
        assertThat(client.asks(SUBMIT_JOB_BG, "g", "v", "x")).containsExactly("JOB_CREATED H:test:2");
    }

    @Test
    void operatorsMayEndTheServerOnlyWhereTheyAreAllowedTo() {
        var strict = new Stage();
        assertThat(strict.actor().types("shutdown").sees())
                .containsExactly("ERR UNKNOWN_COMMAND Unknown+server+commandshutdown\r\n");
        assertThat(strict.engine().ending()).isEqualTo(Ending.NONE);

        var lax = new Stage(new Rules().shutdownCommand());
        assertThat(lax.actor().types("shutdown please").sees()).containsExactly("ERR UNKNOWN_ERROR\r\n");
        assertThat(lax.engine().ending()).isEqualTo(Ending.NONE);
        assertThat(lax.actor().types("shutdown graceful").sees()).containsExactly("OK\r\n");
        assertThat(lax.engine().ending()).isEqualTo(Ending.GRACEFUL);
        assertThat(lax.actor().types("shutdown").sees()).containsExactly("OK\r\n");
        assertThat(lax.engine().ending()).isEqualTo(Ending.NOW);
    }

    @Test
    void statisticsCountWhatHasHappened() {
        var stage = new Stage();
        var client = stage.actor();
        client.sends(SUBMIT_JOB, "f", "u", "1").sends(SUBMIT_JOB_BG, "f", "u", "1");
        client.sends(SUBMIT_JOB_BG, "f", "", "2")
                .sends(SUBMIT_JOB_BG, "f", "", "3")
                .sends(SUBMIT_JOB_BG, "g", "", "4");
        var worker = stage.worker("f").sends(GRAB_JOB).sends(GRAB_JOB).sends(GRAB_JOB);
        worker.sends(WORK_COMPLETE, "H:test:1", "").sends(WORK_FAIL, "H:test:2");
        stage.worker("f");
        worker.leaves();

        var now = stage.engine().statistics();

        assertThat(now.connections()).isEqualTo(2);
        assertThat(now.created()).isEqualTo(4);
        assertThat(now.joined()).isEqualTo(1);
        assertThat(now.completed()).isEqualTo(1);
        assertThat(now.failed()).isEqualTo(1);
        assertThat(now.lost()).isEqualTo(1);
        assertThat(now.waiting()).isEqualTo(2);
        assertThat(now.running()).isZero();
        assertThat(now.queueBytes()).isPositive();
        assertThat(now.functions())
                .containsExactly(new Statistics.OfFunction("f", 1, 0, 1), new Statistics.OfFunction("g", 1, 0, 0));
    }
}
