package io.gearmancdi.it.conformance;

import static io.gearmancdi.protocol.PacketType.CANT_DO;
import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.CAN_DO_TIMEOUT;
import static io.gearmancdi.protocol.PacketType.GET_STATUS;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.OPTION_REQ;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.RESET_ABILITIES;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static io.gearmancdi.protocol.PacketType.WORK_DATA;
import static io.gearmancdi.protocol.PacketType.WORK_EXCEPTION;
import static io.gearmancdi.protocol.PacketType.WORK_FAIL;
import static io.gearmancdi.protocol.PacketType.WORK_STATUS;
import static io.gearmancdi.protocol.PacketType.WORK_WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTest extends OnBothServers {

    @Test
    void everyGrabIsAnsweredOnce() throws IOException {
        var client = peer();
        for (int job = 0; job < 3; job++) {
            client.submits(SUBMIT_JOB_BG, "f", "", "w");
        }
        var grab = RawPeer.packet(GRAB_JOB);
        var worker = worker("f").sends(grab, grab, grab, grab, grab);

        for (int job = 0; job < 3; job++) {
            assertThat(worker.gets()).startsWith("JOB_ASSIGN ");
        }
        assertThat(worker.gets()).isEqualTo("NO_JOB");
        assertThat(worker.gets()).isEqualTo("NO_JOB");
    }

    @Test
    void jobsOfOneConnectionEndInAnyOrder() throws IOException {
        var client = peer();
        var first = client.submits(SUBMIT_JOB, "f", "", "1");
        var second = client.submits(SUBMIT_JOB, "f", "", "2");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        worker.asks(GRAB_JOB);

        worker.sends(WORK_COMPLETE, second, "b").sends(WORK_DATA, first, "x").sends(WORK_COMPLETE, first, "a");

        assertThat(client.gets()).isEqualTo("WORK_COMPLETE " + second + "|b");
        assertThat(client.gets()).isEqualTo("WORK_DATA " + first + "|x");
        assertThat(client.gets()).isEqualTo("WORK_COMPLETE " + first + "|a");
    }

    @Test
    void sleepersAreWokenForTheirFunctionsOnce() throws IOException {
        var client = peer();
        var worker = worker("f", "g").sends(PRE_SLEEP).settles();
        client.submits(SUBMIT_JOB_BG, "h", "", "w");
        worker.settles();

        client.submits(SUBMIT_JOB_BG, "f", "", "1");
        client.submits(SUBMIT_JOB_BG, "g", "", "2");

        assertThat(worker.gets()).isEqualTo("NOOP");
        worker.settles();
    }

    @Test
    void whoFallsAsleepWithWorkAtHandIsWokenAtOnce() throws IOException {
        peer().submits(SUBMIT_JOB_BG, "f", "", "w");

        assertThat(worker("f").asks(PRE_SLEEP)).isEqualTo("NOOP");
    }

    @Test
    void whoDoesNotSleepIsNotWoken() throws IOException {
        var worker = worker("f");

        peer().submits(SUBMIT_JOB_BG, "f", "", "w");

        worker.settles();
    }

    @Test
    void whoRunsAJobMaySleepForTheNext() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB_BG, "f", "", "1");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        worker.sends(PRE_SLEEP).settles();

        client.submits(SUBMIT_JOB_BG, "f", "", "2");

        assertThat(worker.gets()).isEqualTo("NOOP");
    }

    @Test
    void aSleeperThatDoesNotComeDoesNotHoldUpTheOthers() throws IOException {
        var first = worker("f").sends(PRE_SLEEP).settles();
        var second = worker("f").sends(PRE_SLEEP).settles();

        peer().submits(SUBMIT_JOB_BG, "f", "", "w");

        assertThat(first.gets()).isEqualTo("NOOP");
        assertThat(second.gets()).isEqualTo("NOOP");
        assertThat(second.asks(GRAB_JOB)).startsWith("JOB_ASSIGN ");
    }

    @Test
    @GearmandFault(Fault.F8_SLEEP_WITHOUT_GRAB)
    void whoFallsAsleepAgainWithoutAGrabIsWokenAgain() throws IOException {
        var client = peer();
        var worker = worker("f").sends(PRE_SLEEP).settles();
        client.submits(SUBMIT_JOB_BG, "f", "", "1");
        assertThat(worker.gets()).isEqualTo("NOOP");
        assertThat(worker("f").asks(GRAB_JOB)).endsWith("|1"); // somebody else was faster
        worker.sends(PRE_SLEEP).settles();

        client.submits(SUBMIT_JOB_BG, "f", "", "2");

        assertThat(worker.gets()).isEqualTo("NOOP");
    }

    @Test
    void nobodyGetsWhatHeDoesNotOfferAnyMore() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB_BG, "f", "", "w");
        client.submits(SUBMIT_JOB_BG, "g", "", "x");
        var worker = worker("f", "g").sends(CANT_DO, "f");

        assertThat(worker.asks(GRAB_JOB)).endsWith("|g|x");
        var other = worker("f", "g").sends(RESET_ABILITIES);
        assertThat(other.asks(GRAB_JOB)).isEqualTo("NO_JOB");
    }

    @Test
    @GearmandFault(Fault.F16_CAN_DO_TWICE)
    void aFunctionOfferedTwiceCountsOnce() throws IOException {
        var worker = worker("f", "f");

        assertThat(worker.table("status")).isEqualTo("f\t0\t0\t1\n.\n");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "abc, ''", "'', ''", "-1, 10"})
    void progressIsPassedOnAsItIs(String done, String of) throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sends(WORK_STATUS, handle, done, of);

        assertThat(client.gets()).isEqualTo("WORK_STATUS " + handle + "|" + done + "|" + of);
    }

    @Test
    @GearmandFault(Fault.F22_LONG_DENOMINATOR)
    void progressOfAnyLengthIsPassedOn() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sends(WORK_STATUS, handle, "1", "123456789012345");

        assertThat(client.gets()).isEqualTo("WORK_STATUS " + handle + "|1|123456789012345");
        assertThat(client.asks(GET_STATUS, handle)).isEqualTo("STATUS_RES " + handle + "|1|1|1|123456789012345");
    }

    @ParameterizedTest
    @CsvSource({
        "WORK_COMPLETE, Job given in work result not found",
        "WORK_DATA, Job does not exist on server",
        "WORK_WARNING, Job does not exist on server",
        "WORK_EXCEPTION, An exception was received for a job that does not exist"
    })
    void reportsOnJobsOfOthersAreRefused(PacketType report, String text) throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        var other = worker("f");

        assertThat(other.asks(report, handle, "x")).isEqualTo("ERROR JOB_NOT_FOUND|" + text);
        assertThat(other.asks(WORK_FAIL, handle)).isEqualTo("ERROR JOB_NOT_FOUND|Job given in work result not found");
        assertThat(other.asks(WORK_STATUS, handle, "1", "2"))
                .isEqualTo("ERROR JOB_NOT_FOUND|Job given in work result not found");
        client.settles();
        other.settles();
    }

    @Test
    void dataAndWarningsGoToEveryoneWhoWaits() throws IOException {
        var first = peer();
        var second = peer();
        var handle = first.submits(SUBMIT_JOB, "f", "u", "w");
        second.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sends(WORK_DATA, handle, "a\0b").sends(WORK_WARNING, handle, "").sends(WORK_FAIL, handle);

        for (var client : new RawPeer[] {first, second}) {
            assertThat(client.gets()).isEqualTo("WORK_DATA " + handle + "|a|b");
            assertThat(client.gets()).isEqualTo("WORK_WARNING " + handle + "|");
            assertThat(client.gets()).isEqualTo("WORK_FAIL " + handle);
        }
    }

    @Test
    void anExceptionEndsTheJobForThoseWhoAskedForIt() throws IOException {
        var client = peer();
        assertThat(client.asks(OPTION_REQ, "exceptions")).isEqualTo("OPTION_RES exceptions");
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sends(WORK_EXCEPTION, handle, "bang").settles();

        assertThat(client.gets()).isEqualTo("WORK_EXCEPTION " + handle + "|bang");
        assertThat(client.asks(GET_STATUS, handle)).isEqualTo("STATUS_RES " + handle + "|0|0|0|0");
    }

    @Test
    @GearmandFault(Fault.F5_NUL_AFTER_HANDLE)
    void anExceptionIsAFailureForAllOthers() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sends(WORK_EXCEPTION, handle, "bang").settles();

        assertThat(client.gets()).isEqualTo("WORK_FAIL " + handle);
    }

    @Test
    @GearmandFault(Fault.F11_FAIL_AFTER_EXCEPTION)
    void aFailureAfterAnExceptionIsNoError() throws IOException {
        var handle = peer().submits(SUBMIT_JOB_BG, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sends(WORK_EXCEPTION, handle, "bang").sends(WORK_FAIL, handle).settles();
    }

    @Test
    void theJobOfALostWorkerIsForTheNext() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var lost = worker("f");
        lost.asks(GRAB_JOB);
        lost.sends(WORK_STATUS, handle, "1", "2").settles();
        assertThat(client.gets()).isEqualTo("WORK_STATUS " + handle + "|1|2");
        var next = worker("f").sends(PRE_SLEEP).settles();

        lost.close();

        assertThat(next.gets()).isEqualTo("NOOP");
        assertThat(client.asks(GET_STATUS, handle)).isEqualTo("STATUS_RES " + handle + "|1|0|0|0");
        assertThat(next.asks(GRAB_JOB)).isEqualTo("JOB_ASSIGN " + handle + "|f|w");
    }

    @Test
    void aJobThatTakesTooLongIsTakenFromItsWorker() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var slow = peer().sends(CAN_DO_TIMEOUT, "f", "1000");
        slow.asks(GRAB_JOB);
        var next = worker("f").sends(PRE_SLEEP).settles();

        assertThat(next.gets()).isEqualTo("NOOP");
        assertThat(slow.asks(WORK_COMPLETE, handle, "late"))
                .isEqualTo("ERROR JOB_NOT_FOUND|Job given in work result not found");
        assertThat(next.asks(GRAB_JOB)).isEqualTo("JOB_ASSIGN " + handle + "|f|w");
        client.settles();
    }

    @Test
    @GearmandFault(Fault.F23_SECONDS_ARE_CUT)
    void aTimeoutBelowAThousandIsSeconds() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB, "f", "u", "w");
        var slow = peer().sends(CAN_DO_TIMEOUT, "f", "60");
        slow.asks(GRAB_JOB);

        Awaitility.await()
                .during(Duration.ofMillis(2500))
                .atMost(Duration.ofSeconds(4))
                .until(() -> client.table("status").equals("f\t1\t1\t1\n.\n"));
    }

    @Test
    @GearmandFault(Fault.F10_ARGUMENTS_BEYOND_PACKET)
    void progressMayLackItsNumbers() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sendsRaw(WORK_STATUS.code(), handle + "\0003").settles();
        worker.sendsRaw(WORK_STATUS.code(), handle).settles();

        assertThat(client.gets()).isEqualTo("WORK_STATUS " + handle + "|3|");
        assertThat(client.gets()).isEqualTo("WORK_STATUS " + handle + "||");
    }

    @Test
    @GearmandFault(Fault.F7_ONE_TIMER)
    void everyJobOfAConnectionIsTimed() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB, "f", "", "1");
        client.submits(SUBMIT_JOB, "f", "", "2");
        var slow = peer().sends(CAN_DO_TIMEOUT, "f", "1000");
        slow.asks(GRAB_JOB);
        slow.asks(GRAB_JOB);
        slow.asks(GRAB_JOB);
        slow.sends(PRE_SLEEP).settles();

        Awaitility.await().until(() -> client.table("status").equals("f\t2\t0\t1\n.\n"));
    }

    @Test
    @GearmandFault(Fault.F2_TIMER_OF_FINISHED_JOB)
    void theTimeOfAJobEndsWithIt() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "", "1");
        var worker = peer().sends(CAN_DO_TIMEOUT, "f", "1000");
        worker.asks(GRAB_JOB);
        worker.sends(WORK_COMPLETE, handle, "r").settles();
        client.gets();

        // longer than the time that the job had
        Awaitility.await()
                .during(Duration.ofMillis(2500))
                .atMost(Duration.ofSeconds(20))
                .until(() -> client.table("status").equals("f\t0\t0\t1\n.\n"));
    }

    @Test
    void highPriorityGoesFirstAgainAfterALoss() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB_BG, "f", "", "normal");
        var lost = worker("f");
        lost.asks(GRAB_JOB);
        client.submits(SUBMIT_JOB_HIGH_BG, "f", "", "high");
        lost.close();
        Awaitility.await().until(() -> client.table("status").equals("f\t2\t0\t0\n.\n"));

        var worker = peer().sends(CAN_DO, "f");
        assertThat(worker.asks(GRAB_JOB)).endsWith("|high");
        assertThat(worker.asks(GRAB_JOB)).endsWith("|normal");
    }
}
