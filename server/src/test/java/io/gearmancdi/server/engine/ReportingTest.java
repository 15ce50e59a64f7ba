package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.GET_STATUS;
import static io.gearmancdi.protocol.PacketType.GET_STATUS_UNIQUE;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.OPTION_REQ;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static io.gearmancdi.protocol.PacketType.WORK_DATA;
import static io.gearmancdi.protocol.PacketType.WORK_EXCEPTION;
import static io.gearmancdi.protocol.PacketType.WORK_FAIL;
import static io.gearmancdi.protocol.PacketType.WORK_STATUS;
import static io.gearmancdi.protocol.PacketType.WORK_WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.PacketType;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingTest {
    private final Stage stage = new Stage();
    private final Stage.Actor client = stage.actor();
    private final Stage.Actor worker = stage.worker("f");

    private void runningJob() {
        client.sends(SUBMIT_JOB, "f", "u", "x").sees();
        worker.sends(GRAB_JOB).sees();
    }

    @Test
    void updatesReachTheClientAsTheyCame() {
        runningJob();

        worker.sends(WORK_DATA, "H:test:1", "d\0d")
                .sends(WORK_WARNING, "H:test:1", "w")
                .sends(WORK_STATUS, "H:test:1", "0.5", "123456789012345")
                .sends(WORK_FAIL, "H:test:1");

        assertThat(client.sees())
                .containsExactly(
                        "WORK_DATA H:test:1 d~d",
                        "WORK_WARNING H:test:1 w",
                        "WORK_STATUS H:test:1 0.5 123456789012345",
                        "WORK_FAIL H:test:1");
        assertThat(worker.sees()).isEmpty();
        assertThat(stage.engine().jobs()).isZero();
    }

    @Test
    void jobsOfOneConnectionEndInAnyOrder() {
        client.sends(SUBMIT_JOB, "f", "", "1").sends(SUBMIT_JOB, "f", "", "2").sees();
        worker.sends(GRAB_JOB).sends(GRAB_JOB);

        worker.sends(WORK_COMPLETE, "H:test:2", "b").sends(WORK_COMPLETE, "H:test:1", "a");

        assertThat(client.sees()).containsExactly("WORK_COMPLETE H:test:2 b", "WORK_COMPLETE H:test:1 a");
    }

    @Test
    void aHandleWithANulTooManyIsUnderstood() {
        runningJob();

        worker.sends(WORK_FAIL, "H:test:1\0");

        assertThat(client.sees()).containsExactly("WORK_FAIL H:test:1");
    }

    @ParameterizedTest
    @CsvSource({
        "WORK_COMPLETE, Job given in work result not found",
        "WORK_FAIL, Job given in work result not found",
        "WORK_STATUS, Job given in work result not found",
        "WORK_DATA, Job does not exist on server",
        "WORK_WARNING, Job does not exist on server",
        "WORK_EXCEPTION, An exception was received for a job that does not exist"
    })
    void onlyWhoRunsAJobMayReportOnIt(PacketType type, String text) {
        runningJob();
        var stranger = stage.worker("f");
        var arguments = Collections.nCopies(type.arguments().size() - 1, "1");

        for (var handle : new String[] {"H:test:1", "H:test:2", "H:other:1", "H:test:", "H:test:x", "", "\0"}) {
            var all = new ArrayList<>(arguments);
            all.add(0, handle);
            assertThat(stranger.asks(type, all.toArray(String[]::new))).containsExactly("ERROR JOB_NOT_FOUND " + text);
        }
        assertThat(client.sees()).isEmpty();
    }

    @Test
    void aWaitingJobCannotBeReportedOn() {
        client.sends(SUBMIT_JOB, "f", "", "x").sees();

        assertThat(worker.asks(WORK_COMPLETE, "H:test:1", "r"))
                .containsExactly("ERROR JOB_NOT_FOUND Job given in work result not found");
    }

    @Nested
    class AnException {
        @Test
        void endsTheJobAsAFailureOfTheBareHandle() {
            runningJob();

            worker.sends(WORK_EXCEPTION, "H:test:1", "oops");

            assertThat(client.sees()).containsExactly("WORK_FAIL H:test:1");
            assertThat(stage.engine().jobs()).isZero();
        }

        @Test
        void isPassedOnAloneToWhoAskedForExceptions() {
            assertThat(client.asks(OPTION_REQ, "Exceptions")).containsExactly("OPTION_RES Exceptions");
            runningJob();

            worker.sends(WORK_EXCEPTION, "H:test:1", "oops");

            assertThat(client.sees()).containsExactly("WORK_EXCEPTION H:test:1 oops");
        }

        @Test
        void isEachListenersOwnMatter() {
            var plain = stage.actor();
            client.sends(OPTION_REQ, "exceptions")
                    .sends(SUBMIT_JOB, "f", "u", "x")
                    .sees();
            plain.sends(SUBMIT_JOB, "f", "u", "x").sees();

            worker.sends(GRAB_JOB).sends(WORK_EXCEPTION, "H:test:1", "oops");

            assertThat(client.sees()).containsExactly("WORK_EXCEPTION H:test:1 oops");
            assertThat(plain.sees()).containsExactly("WORK_FAIL H:test:1");
        }

        @Test
        void mayBeFollowedByTheFailureThatPerlSends() {
            runningJob();

            worker.sends(WORK_EXCEPTION, "H:test:1", "oops").sends(WORK_FAIL, "H:test:1");

            assertThat(client.sees()).containsExactly("WORK_FAIL H:test:1");
            assertThat(worker.sees()).isEmpty();
        }

        @Test
        void mayNotBeFollowedByTheFailureOfAnotherJob() {
            runningJob();

            worker.sends(WORK_EXCEPTION, "H:test:1", "oops").sends(WORK_FAIL, "H:test:9");

            assertThat(worker.sees()).containsExactly("ERROR JOB_NOT_FOUND Job given in work result not found");
        }
    }

    @Test
    void otherOptionsAreUnknown() {
        assertThat(client.asks(OPTION_REQ, "speed"))
                .containsExactly("ERROR UNKNOWN_OPTION Server does not recognize given option");
    }

    @Nested
    class Status {
        @Test
        void tellsWaitingFromRunningFromUnknown() {
            client.sends(SUBMIT_JOB_BG, "f", "u", "x");
            assertThat(client.asks(GET_STATUS, "H:test:1")).containsExactly("STATUS_RES H:test:1 1 0 0 0");

            worker.sends(GRAB_JOB).sends(WORK_STATUS, "H:test:1", "3", "10");
            assertThat(client.asks(GET_STATUS, "H:test:1")).containsExactly("STATUS_RES H:test:1 1 1 3 10");

            worker.sends(WORK_COMPLETE, "H:test:1", "");
            assertThat(client.asks(GET_STATUS, "H:test:1")).containsExactly("STATUS_RES H:test:1 0 0 0 0");
        }

        @Test
        void isGivenForHandlesOfAnyLength() {
            var handle = "H:test:" + "1".repeat(100);

            assertThat(client.asks(GET_STATUS, handle)).containsExactly("STATUS_RES " + handle + " 0 0 0 0");
            assertThat(client.asks(GET_STATUS, "H:test:1\0")).containsExactly("STATUS_RES H:test:1 0 0 0 0");
        }

        @Test
        void ofAUniqueCountsThoseWhoWait() {
            client.sends(SUBMIT_JOB, "f", "u", "x")
                    .sends(SUBMIT_JOB, "f", "u", "x")
                    .sends(SUBMIT_JOB_BG, "f", "b", "x");

            assertThat(client.asks(GET_STATUS_UNIQUE, "u")).containsExactly("STATUS_RES_UNIQUE u 1 0 0 0 2");
            assertThat(client.asks(GET_STATUS_UNIQUE, "b")).containsExactly("STATUS_RES_UNIQUE b 1 0 0 0 0");
            assertThat(client.asks(GET_STATUS_UNIQUE, "-")).containsExactly("STATUS_RES_UNIQUE - 0 0 0 0 0");
        }
    }
}
