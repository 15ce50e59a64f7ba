package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.CANT_DO;
import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.GET_STATUS_UNIQUE;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_REDUCE_JOB;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static io.gearmancdi.protocol.PacketType.WORK_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Everything that peers can make grow has a bound. */
class BoundsTest {
    private static final String FULL = "ERROR QUEUE_ERROR Job queue is full";

    private final Stage stage = new Stage();
    private final Stage.Actor client = stage.actor();

    @Nested
    class Joining {
        @Test
        void takesUpBytesUntilTheJobEnds() {
            var small = new Stage(new Rules().queueBytes(2_000));
            var caller = small.actor().sends(SUBMIT_JOB, "f", "u", "x");
            while (!caller.asks(SUBMIT_JOB, "f", "u", "x").contains(FULL)) {
                assertThat(small.engine().statistics().queueBytes()).isLessThan(3_000);
            }
            assertThat(caller.asks(SUBMIT_JOB, "g", "", "x")).containsExactly(FULL);

            small.worker("f").sends(GRAB_JOB).sends(WORK_COMPLETE, "H:test:1", "");

            assertThat(small.engine().statistics().queueBytes()).isZero();
            assertThat(caller.asks(SUBMIT_JOB, "g", "", "x")).containsExactly("JOB_CREATED H:test:2");
        }

        @Test
        void takesUpNothingOnceWhoJoinedIsGone() {
            client.sends(SUBMIT_JOB_BG, "f", "u", "x");
            long before = stage.engine().statistics().queueBytes();

            stage.actor()
                    .sends(SUBMIT_JOB, "f", "u", "x")
                    .sends(SUBMIT_JOB, "f", "u", "x")
                    .leaves();

            assertThat(stage.engine().statistics().queueBytes()).isEqualTo(before);
        }

        @Test
        void isForSoManyOfOneJob() {
            for (int listener = 0; listener < ClientRequests.MOST_LISTENERS; listener++) {
                client.sends(SUBMIT_JOB, "f", "u", "x");
            }

            assertThat(client.asks(GET_STATUS_UNIQUE, "u"))
                    .containsExactly("STATUS_RES_UNIQUE u 1 0 0 0 " + ClientRequests.MOST_LISTENERS);
            assertThat(client.asks(SUBMIT_JOB, "f", "u", "x")).containsExactly(FULL);
            assertThat(client.asks(SUBMIT_JOB_BG, "f", "u", "x")).containsExactly("JOB_CREATED H:test:1");
        }

        @Test
        void mayTakeNoSearchAmongTheEqualUniquesOfAnyNumberOfFunctions() {
            for (int function = 0; function < UniqueTable.MOST_EQUAL; function++) {
                client.sends(SUBMIT_JOB_BG, "f" + function, "u", "x");
            }

            assertThat(client.asks(SUBMIT_JOB_BG, "g", "u", "x")).containsExactly(FULL);
            assertThat(client.asks(SUBMIT_JOB_BG, "f0", "u", "x")).containsExactly("JOB_CREATED H:test:1");
            assertThat(client.asks(SUBMIT_JOB_BG, "g", "v", "x"))
                    .containsExactly("JOB_CREATED H:test:" + (UniqueTable.MOST_EQUAL + 1));
        }
    }

    @Nested
    class Offering {
        private static final String REFUSED = "ERROR TOO_MANY_FUNCTIONS A connection offers no more than 1000";

        @Test
        void isForSoManyFunctions() {
            for (int function = 0; function < WorkerRequests.MOST_ABILITIES; function++) {
                client.sends(CAN_DO, "f" + function);
            }
            assertThat(client.sees()).isEmpty();

            assertThat(client.asks(CAN_DO, "g")).containsExactly(REFUSED);
            assertThat(client.asks(CAN_DO, "f0")).isEmpty();
            client.sends(CANT_DO, "f0");
            assertThat(client.asks(CAN_DO, "g")).isEmpty();
        }

        @Test
        void manyFunctionsFindsTheOldestJobOfThem() {
            for (int function = 0; function < 100; function++) {
                client.sends(CAN_DO, "f" + function);
            }
            var other = stage.actor();
            other.sends(SUBMIT_JOB_BG, "other", "", "0")
                    .sends(SUBMIT_JOB_BG, "f70", "", "1")
                    .sends(SUBMIT_JOB_BG, "f30", "", "2");

            client.sends(GRAB_JOB).sends(GRAB_JOB).sends(GRAB_JOB);

            assertThat(client.sees())
                    .containsExactly("JOB_ASSIGN H:test:2 f70 1", "JOB_ASSIGN H:test:3 f30 2", "NO_JOB");
        }
    }

    @Nested
    class APeerThatReadsTooLittle {
        @Test
        void isForgottenInTheCourseOfACallAndSentNothingMore() {
            client.sends(SUBMIT_JOB, "f", "u", "x").sends(SUBMIT_JOB, "f", "u", "x");
            client.sees();
            client.takes(3); // and two for each report
            var other = stage.actor().sends(SUBMIT_JOB, "f", "u", "x");
            var worker = stage.worker("f").sends(GRAB_JOB);

            for (int report = 0; report < 5; report++) {
                worker.sends(WORK_STATUS, "H:test:1", "1", "2");
            }

            assertThat(client.sees()).isEqualTo(Collections.nCopies(3, "WORK_STATUS H:test:1 1 2"));
            assertThat(other.sees()).hasSize(1 + 5);
            assertThat(stage.engine().statistics().connections()).isEqualTo(2);
            assertThat(other.asks(GET_STATUS_UNIQUE, "u")).containsExactly("STATUS_RES_UNIQUE u 1 1 1 2 1");
        }

        @Test
        void mayTakeAnyNumberOfOthersWithIt() {
            var strict = new Stage(1, 0);
            int peers = 20_000;
            var last = strict.actor().sends(SUBMIT_JOB, "f", "", "x");
            var runner = strict.worker("f").sends(GRAB_JOB);
            for (int peer = 1; peer < peers; peer++) {
                // who runs a job waits for the next worker's, and cannot take that it fails
                runner.sends(SUBMIT_JOB, "f" + peer, "", "x").takes(0);
                runner = strict.worker("f" + peer).sends(GRAB_JOB);
            }

            runner.leaves();

            assertThat(strict.engine().jobs()).isZero();
            assertThat(strict.engine().statistics().connections()).isEqualTo(1);
            assertThat(last.sees()).containsExactly("JOB_CREATED H:test:1", "WORK_FAIL H:test:1");
        }

        @Test
        void leavesItsJobsToOthersAndGetsNoneAnyMore() {
            var worker = stage.worker("f").takes(1);
            client.sends(SUBMIT_JOB_BG, "f", "", "1").sends(SUBMIT_JOB_BG, "f", "", "2");

            worker.sends(GRAB_JOB).sends(GRAB_JOB).sends(GRAB_JOB);

            assertThat(worker.sees()).containsExactly("JOB_ASSIGN H:test:1 f 1");
            assertThat(stage.engine().statistics().running()).isZero();
            assertThat(stage.engine().statistics().waiting()).isEqualTo(2);
        }
    }

    @Nested
    class AJobThatNoPacketCouldGiveToAWorker {
        private final Stage narrow = new Stage(new Rules().packetBytes(100));
        private final Stage.Actor caller = narrow.actor();
        private final int handle = "H:test:".length() + 18;

        @Test
        void isRefused() {
            int most = 100 - handle - 1 - "f".length() - 1 - "u".length() - 1;

            assertThat(caller.asks(SUBMIT_JOB, "f", "u", "x".repeat(most + 1)))
                    .containsExactly("ERROR ARGUMENT_TOO_LARGE Job too large: "
                            + "with its handle it would exceed the limit of a packet");
            assertThat(caller.asks(SUBMIT_JOB, "f", "u", "x".repeat(most))).containsExactly("JOB_CREATED H:test:1");
        }

        @Test
        void isRefusedForItsReducerToo() {
            int most = 100 - handle - 1 - "f".length() - 1 - "u".length() - 1 - "r".length() - 1;

            assertThat(caller.asks(SUBMIT_REDUCE_JOB, "f", "u", "r", "", "x".repeat(most + 1))
                            .get(0))
                    .startsWith("ERROR ARGUMENT_TOO_LARGE ");
            assertThat(caller.asks(SUBMIT_REDUCE_JOB, "f", "u", "r", "", "x".repeat(most)))
                    .containsExactly("JOB_CREATED H:test:1");
        }
    }
}
