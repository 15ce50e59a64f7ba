package io.gearmancdi.it.conformance;

import static io.gearmancdi.protocol.PacketType.ECHO_REQ;
import static io.gearmancdi.protocol.PacketType.GET_STATUS;
import static io.gearmancdi.protocol.PacketType.GET_STATUS_UNIQUE;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.OPTION_REQ;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static io.gearmancdi.protocol.PacketType.WORK_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest extends OnBothServers {

    @Test
    void aHandleTellsHowItsJobStands() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB_BG, "f", "u", "w");
        assertThat(client.asks(GET_STATUS, handle)).isEqualTo("STATUS_RES " + handle + "|1|0|0|0");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        worker.sends(WORK_STATUS, handle, "3", "4").settles();
        assertThat(client.asks(GET_STATUS, handle)).isEqualTo("STATUS_RES " + handle + "|1|1|3|4");
        worker.sends(WORK_COMPLETE, handle, "r").settles();

        assertThat(client.asks(GET_STATUS, handle)).isEqualTo("STATUS_RES " + handle + "|0|0|0|0");
        assertThat(client.asks(GET_STATUS, "H:nowhere:1")).isEqualTo("STATUS_RES H:nowhere:1|0|0|0|0");
    }

    @Test
    void soDoesItsUnique() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB_BG, "f", "u", "w");
        assertThat(client.asks(GET_STATUS_UNIQUE, "u")).isEqualTo("STATUS_RES_UNIQUE u|1|0|0|0|0");
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        worker.sends(WORK_STATUS, handle, "3", "4").settles();

        assertThat(peer().asks(GET_STATUS_UNIQUE, "u")).isEqualTo("STATUS_RES_UNIQUE u|1|1|3|4|1");
        assertThat(peer().asks(GET_STATUS_UNIQUE, "v")).isEqualTo("STATUS_RES_UNIQUE v|0|0|0|0|0");
    }

    @Test
    @GearmandFault(Fault.F12_LONG_HANDLE)
    void aHandleOfAnyLengthIsAnswered() throws IOException {
        var handle = "H:" + "x".repeat(100) + ":1";

        assertThat(peer().asks(GET_STATUS, handle)).isEqualTo("STATUS_RES " + handle + "|0|0|0|0");
    }

    @Test
    @GearmandFault(Fault.F12_LONG_HANDLE)
    void aUniqueOfAnyLengthIsAnswered() throws IOException {
        var unique = "u".repeat(100);

        assertThat(peer().asks(GET_STATUS_UNIQUE, unique)).isEqualTo("STATUS_RES_UNIQUE " + unique + "|0|0|0|0|0");
    }

    @Test
    void thereIsOneOptionInAnyCase() throws IOException {
        var client = peer();

        assertThat(client.asks(OPTION_REQ, "EXCEPTIONS")).isEqualTo("OPTION_RES EXCEPTIONS");
        assertThat(client.asks(OPTION_REQ, "coffee"))
                .isEqualTo("ERROR UNKNOWN_OPTION|Server does not recognize given option");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a\0b\0"})
    void anEchoIsWhatWasSent(String data) throws IOException {
        assertThat(peer().asks(ECHO_REQ, data)).isEqualTo(("ECHO_RES " + data.replace('\0', '|')).stripTrailing());
    }

    @Test
    void anAbandonedJobIsGivenToNobody() throws IOException {
        var client = peer();
        client.submits(SUBMIT_JOB, "f", "u", "w");
        var operator = peer();
        client.close();
        Awaitility.await().until(() -> operator.table("workers").lines().count() == 2);

        assertThat(worker("f").asks(GRAB_JOB)).isEqualTo("NO_JOB");
        assertThat(operator.table("status")).isEqualTo("f\t0\t0\t1\n.\n");
    }

    @Test
    void aJobLivesAsLongAsAnybodyWaitsForIt() throws IOException {
        var first = peer();
        var second = peer();
        var handle = first.submits(SUBMIT_JOB, "f", "u", "w");
        second.submits(SUBMIT_JOB, "f", "u", "w");
        first.close();
        Awaitility.await().until(() -> second.asks(GET_STATUS_UNIQUE, "u").endsWith("|1"));
        var worker = worker("f");

        assertThat(worker.asks(GRAB_JOB)).startsWith("JOB_ASSIGN ");
        worker.sends(WORK_COMPLETE, handle, "r");
        assertThat(second.gets()).isEqualTo("WORK_COMPLETE " + handle + "|r");
    }

    @Test
    void theEndOfAnAbandonedJobIsAccepted() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        client.close();
        Awaitility.await().until(() -> worker.asks(GET_STATUS_UNIQUE, "u").endsWith("|0"));

        worker.sends(WORK_COMPLETE, handle, "r").settles();
        assertThat(worker.table("status")).isEqualTo("f\t0\t0\t1\n.\n");
    }
}
