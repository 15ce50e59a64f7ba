package io.gearmancdi.it.conformance;

import static io.gearmancdi.protocol.PacketType.GET_STATUS_UNIQUE;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_UNIQ;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static io.gearmancdi.protocol.PacketType.WORK_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CoalescingTest extends OnBothServers {

    @Test
    void equalSubmissionsAreOneJobWhetherItWaitsOrRuns() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");

        assertThat(peer().submits(SUBMIT_JOB_BG, "f", "u", "other")).isEqualTo(handle);
        assertThat(worker.asks(GRAB_JOB)).endsWith("|f|w");
        assertThat(peer().submits(SUBMIT_JOB_HIGH, "f", "u", "other")).isEqualTo(handle);
        assertThat(worker.asks(GRAB_JOB)).isEqualTo("NO_JOB");
    }

    @Test
    void theFirstSubmissionDecides() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB_BG, "f", "u", "first");
        client.submits(SUBMIT_JOB_BG, "f", "v", "second");
        client.submits(SUBMIT_JOB_HIGH, "f", "v", "urgent");

        assertThat(worker("f").asks(GRAB_JOB)).endsWith("|f|first");
    }

    @Test
    void anotherFunctionIsAnotherJob() throws IOException {
        var client = peer();

        assertThat(client.submits(SUBMIT_JOB, "f", "u", "w")).isNotEqualTo(client.submits(SUBMIT_JOB, "g", "u", "w"));
    }

    @Test
    void anEndedJobIsJoinedNoMore() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        worker.sends(WORK_COMPLETE, handle, "r").settles();
        assertThat(client.gets()).isEqualTo("WORK_COMPLETE " + handle + "|r");

        assertThat(client.submits(SUBMIT_JOB, "f", "u", "w")).isNotEqualTo(handle);
    }

    @Test
    void nothingIsJoinedWithoutAUnique() throws IOException {
        var client = peer();

        assertThat(client.submits(SUBMIT_JOB, "f", "", "w")).isNotEqualTo(client.submits(SUBMIT_JOB, "f", "", "w"));
        assertThat(client.submits(SUBMIT_JOB, "f", "-", "")).isNotEqualTo(client.submits(SUBMIT_JOB, "f", "-", ""));
    }

    @Test
    void aDashMeansTheWorkload() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "-", "w");

        assertThat(client.submits(SUBMIT_JOB, "f", "-", "w")).isEqualTo(handle);
        assertThat(client.submits(SUBMIT_JOB, "f", "-", "x")).isNotEqualTo(handle);
        assertThat(worker("f").asks(GRAB_JOB_UNIQ)).isEqualTo("JOB_ASSIGN_UNIQ " + handle + "|f|-|w");
        assertThat(client.asks(GET_STATUS_UNIQUE, "-")).isEqualTo("STATUS_RES_UNIQUE -|0|0|0|0|0");
    }

    @Test
    void whoSubmitsTwiceIsToldEverythingTwice() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        client.submits(SUBMIT_JOB, "f", "u", "w");
        assertThat(client.asks(GET_STATUS_UNIQUE, "u")).isEqualTo("STATUS_RES_UNIQUE u|1|0|0|0|2");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        worker.sends(WORK_DATA, handle, "part").sends(WORK_COMPLETE, handle, "r");

        for (var expected : new String[] {"DATA", "DATA", "COMPLETE", "COMPLETE"}) {
            assertThat(client.gets()).startsWith("WORK_" + expected + " " + handle + "|");
        }
    }

    @Test
    void aCallerMayJoinAJobInTheBackground() throws IOException {
        var handle = peer().submits(SUBMIT_JOB_BG, "f", "u", "w");
        var client = peer();
        assertThat(client.submits(SUBMIT_JOB, "f", "u", "w")).isEqualTo(handle);
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sends(WORK_COMPLETE, handle, "r");

        assertThat(client.gets()).isEqualTo("WORK_COMPLETE " + handle + "|r");
    }

    @Test
    @GearmandFault(Fault.F3_BACKGROUND_JOB_LOST)
    void aJobInTheBackgroundOutlivesACallerThatJoinedIt() throws IOException {
        peer().submits(SUBMIT_JOB_BG, "f", "u", "w");
        var client = peer();
        client.submits(SUBMIT_JOB, "f", "u", "w");
        client.close();
        var operator = peer();
        operator.settles();

        assertThat(worker("f").asks(GRAB_JOB)).endsWith("|f|w");
    }

    @Test
    @GearmandFault(Fault.F4_ABANDONED_UNIQUE)
    void theUniqueOfAnAbandonedJobCanBeUsedAgain() throws IOException {
        var first = peer();
        first.submits(SUBMIT_JOB, "f", "u", "w");
        first.stopsSending().close();
        var operator = peer();
        awaitConnections(operator, 1);
        var second = peer();
        var handle = second.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");

        assertThat(worker.asks(GRAB_JOB)).isEqualTo("JOB_ASSIGN " + handle + "|f|w");
        worker.sends(WORK_COMPLETE, handle, "r");
        assertThat(second.gets()).isEqualTo("WORK_COMPLETE " + handle + "|r");
    }

    private static void awaitConnections(RawPeer operator, int count) {
        org.awaitility.Awaitility.await()
                .until(() -> operator.table("workers").lines().count() == count + 1);
    }
}
