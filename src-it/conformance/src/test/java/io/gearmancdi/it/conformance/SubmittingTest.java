package io.gearmancdi.it.conformance;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.GET_STATUS;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_ALL;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_UNIQ;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_LOW_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_REDUCE_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_REDUCE_JOB_BACKGROUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittingTest extends OnBothServers {

    @ParameterizedTest
    @EnumSource(
            names = {
                "SUBMIT_JOB",
                "SUBMIT_JOB_HIGH",
                "SUBMIT_JOB_LOW",
                "SUBMIT_JOB_BG",
                "SUBMIT_JOB_HIGH_BG",
                "SUBMIT_JOB_LOW_BG"
            })
    void everyKindOfJobReachesAWorker(PacketType kind) throws IOException {
        var handle = peer().submits(kind, "f", "u", "work\0load");

        assertThat(worker("f").asks(GRAB_JOB)).isEqualTo("JOB_ASSIGN " + handle + "|f|work|load");
    }

    @Test
    void handlesCountFromOne() throws IOException {
        var client = peer();

        var first = client.submits(SUBMIT_JOB, "f", "", "1");
        var second = client.submits(SUBMIT_JOB_BG, "f", "", "2");

        assertThat(first).matches("H:[^:]+:1").hasSizeLessThan(64);
        assertThat(second).isEqualTo(first.replaceFirst("1$", "2"));
    }

    @Test
    void pipelinedSubmissionsAreAnsweredInOrder() throws IOException {
        var client = peer();
        var packets = new ArrayList<byte[]>();
        for (int job = 0; job < 50; job++) {
            packets.add(RawPeer.packet(job % 2 == 0 ? SUBMIT_JOB : SUBMIT_JOB_HIGH_BG, "f", "", "x" + job));
        }
        client.sends(packets.toArray(byte[][]::new));

        for (int job = 1; job <= 50; job++) {
            assertThat(client.gets()).startsWith("JOB_CREATED H:").endsWith(":" + job);
        }
    }

    @Test
    void prioritiesGoBeforeAgeWithinAFunction() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB_LOW_BG, "f", "", "low");
        client.submits(SUBMIT_JOB_BG, "f", "", "normal");
        client.submits(SUBMIT_JOB_BG, "f", "", "normal too");
        client.submits(SUBMIT_JOB_HIGH_BG, "f", "", "high");
        var worker = worker("f");

        for (var expected : List.of("high", "normal", "normal too", "low")) {
            assertThat(worker.asks(GRAB_JOB)).endsWith("|f|" + expected);
        }
    }

    @Test
    @GearmandFault(Fault.F15_FUNCTION_BEFORE_PRIORITY)
    void prioritiesGoBeforeTheOrderOfFunctions() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB_LOW_BG, "g", "", "low");
        client.submits(SUBMIT_JOB_HIGH_BG, "f", "", "high");

        assertThat(worker("f", "g").asks(GRAB_JOB)).endsWith("|f|high");
    }

    @Test
    void functionAndWorkloadMayBeEmpty() throws IOException {
        var handle = peer().submits(SUBMIT_JOB_BG, "", "", "");

        assertThat(worker("").asks(GRAB_JOB)).isEqualTo("JOB_ASSIGN " + handle + "||");
    }

    @Test
    void theVariantsOfGrabTellMore() throws IOException {
        var client = peer();
        for (int job = 0; job < 3; job++) {
            client.submits(SUBMIT_JOB, "f", "unique" + job, "w");
        }
        var worker = worker("f");

        assertThat(worker.asks(GRAB_JOB)).matches("JOB_ASSIGN H:[^:]+:1\\|f\\|w");
        assertThat(worker.asks(GRAB_JOB_UNIQ)).matches("JOB_ASSIGN_UNIQ H:[^:]+:2\\|f\\|unique1\\|w");
        assertThat(worker.asks(GRAB_JOB_ALL)).matches("JOB_ASSIGN_UNIQ H:[^:]+:3\\|f\\|unique2\\|w");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMIT_REDUCE_JOB", "SUBMIT_REDUCE_JOB_BACKGROUND"})
    void aReducerIsToldToThoseWhoAskForAll(PacketType kind) throws IOException {
        var handle = peer().submits(kind, "f", "u", "reducer", "", "w");

        assertThat(worker("f").asks(GRAB_JOB_ALL)).isEqualTo("JOB_ASSIGN_ALL " + handle + "|f|u|reducer|w");
    }

    @Test
    void aReducerIsNotToldToOthers() throws IOException {
        var client = peer();
        client.submits(SUBMIT_REDUCE_JOB, "f", "u", "reducer", "", "w");
        client.submits(SUBMIT_REDUCE_JOB_BACKGROUND, "f", "v", "reducer", "", "x");
        var worker = worker("f");

        assertThat(worker.asks(GRAB_JOB)).endsWith("|f|w");
        assertThat(worker.asks(GRAB_JOB_UNIQ)).endsWith("|f|v|x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1", "soon", ""})
    void aDelayedJobWhoseTimeHasComeRunsAtOnce(String time) throws IOException {
        var handle = peer().submits(SUBMIT_JOB_EPOCH, "f", "u", time, "w");

        assertThat(worker("f").asks(GRAB_JOB)).isEqualTo("JOB_ASSIGN " + handle + "|f|w");
    }

    @Test
    void aDelayedJobWaitsForItsTime() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB_EPOCH, "f", "u", seconds(3600), "w");

        assertThat(worker("f").asks(GRAB_JOB)).isEqualTo("NO_JOB");
        assertThat(client.asks(GET_STATUS, handle)).isEqualTo("STATUS_RES " + handle + "|1|0|0|0");
        assertThat(client.table("status")).isEqualTo("f\t1\t0\t1\n.\n");
    }

    @Test
    @GearmandFault(Fault.F13_EPOCH_OUT_OF_RANGE)
    void aDelayedJobInATimeBeyondAllClocksIsAnswered() throws IOException {
        peer().submits(SUBMIT_JOB_EPOCH, "f", "u", "99999999999999999999999999", "w");

        assertThat(worker("f").asks(GRAB_JOB)).isEqualTo("NO_JOB");
    }

    @Test
    @GearmandFault(Fault.F9_EPOCH_WAKES_NOBODY)
    void aDelayedJobWakesSleepersWhenItsTimeComes() throws IOException {
        var worker = worker("f").sends(PRE_SLEEP).settles();
        peer().submits(SUBMIT_JOB_EPOCH, "f", "u", seconds(2), "w");
        worker.settles(); // nothing yet: the time has not come

        assertThat(worker.gets()).isEqualTo("NOOP");
        assertThat(worker.asks(GRAB_JOB)).endsWith("|f|w");
    }

    @Test
    @GearmandFault(Fault.F9_EPOCH_WAKES_NOBODY)
    void aDelayedJobHoldsUpNoOther() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB_EPOCH, "f", "u", seconds(3600), "later");
        client.submits(SUBMIT_JOB_LOW_BG, "f", "v", "low");

        assertThat(worker("f").asks(GRAB_JOB)).endsWith("|f|low");
    }

    private static String seconds(long fromNow) {
        return Long.toString(Instant.now().getEpochSecond() + fromNow);
    }

    @Test
    void aUniqueOfMoreThan64BytesIsRefused() throws IOException {
        var client = peer();

        assertThat(client.asks(SUBMIT_JOB, "f", "u".repeat(65), "w"))
                .isEqualTo("ERROR ARGUMENT_TOO_LARGE|Unique value too large");
        client.submits(SUBMIT_JOB, "f", "u".repeat(63), "w");
    }

    @Test
    @GearmandFault(Fault.F6_UNIQUE_OF_64)
    void aUniqueOf64BytesWorks() throws IOException {
        var client = peer();
        var unique = "u".repeat(64);
        var handle = client.submits(SUBMIT_JOB, "f", unique, "w");

        assertThat(client.submits(SUBMIT_JOB, "f", unique, "w")).isEqualTo(handle);
        assertThat(worker("f").asks(GRAB_JOB_UNIQ)).isEqualTo("JOB_ASSIGN_UNIQ " + handle + "|f|" + unique + "|w");
    }

    @Test
    void aFullQueueRefusesNewJobsOnly() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB_BG, "f", "u", "w");
        assertThat(client.answers("maxqueue f 1")).isEqualTo("OK\r\n");

        assertThat(client.asks(SUBMIT_JOB_BG, "f", "v", "w")).isEqualTo("ERROR QUEUE_ERROR|Job queue is full");
        assertThat(client.submits(SUBMIT_JOB_HIGH, "f", "u", "w")).isEqualTo(handle);
        client.submits(SUBMIT_JOB_BG, "g", "v", "w");
        assertThat(client.answers("maxqueue f")).isEqualTo("OK\r\n");
        client.submits(SUBMIT_JOB_BG, "f", "v", "w");
    }

    @Test
    void backgroundJobsOutliveTheirSubmitter() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB_BG, "f", "u", "w");
        client.close();

        var worker = peer().sends(CAN_DO, "f");
        assertThat(worker.asks(GRAB_JOB)).endsWith("|f|w");
    }
}
