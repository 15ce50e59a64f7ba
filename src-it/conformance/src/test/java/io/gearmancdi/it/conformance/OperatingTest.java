package io.gearmancdi.it.conformance;

import static io.gearmancdi.protocol.PacketType.GET_STATUS;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.SET_CLIENT_ID;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_LOW_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text protocol. */
class OperatingTest extends OnBothServers {

    @Test
    void valuesAreOneLineThatEndsWithALineFeed() throws IOException {
        var operator = peer();

        assertThat(operator.answers("version")).matches("OK [^ ]+\n");
        assertThat(operator.answers("GetPid")).matches("OK [0-9]+\n");
        assertThat(operator.answers("verbose")).isEqualTo("OK ERROR\n");
    }

    @Test
    void statusHasALineForEveryFunctionThatWasEverNamed() throws IOException {
        var operator = peer();
        assertThat(operator.table("status")).isEqualTo(".\n");
        operator.submits(SUBMIT_JOB_BG, "f", "", "1");
        operator.submits(SUBMIT_JOB_BG, "f", "", "2");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        assertThat(operator.table("status")).isEqualTo("f\t2\t1\t1\n.\n");
        assertThat(operator.table("STATUS")).isEqualTo("f\t2\t1\t1\n.\n");
    }

    @Test
    void priorityStatusCountsWhatWaits() throws IOException {
        var operator = peer();
        operator.submits(SUBMIT_JOB_BG, "f", "", "1");
        operator.submits(SUBMIT_JOB_HIGH_BG, "f", "", "2");
        operator.submits(SUBMIT_JOB_LOW_BG, "f", "", "3");
        operator.submits(SUBMIT_JOB_LOW_BG, "f", "", "4");
        worker("f").asks(GRAB_JOB);

        assertThat(operator.table("prioritystatus")).isEqualTo("f\t0\t1\t2\t1\n.\n");
    }

    @Test
    void workersAreAllConnections() throws IOException {
        var worker = worker("f", "g").sends(SET_CLIENT_ID, "me").settles();

        var rows = worker.table("workers");

        assertThat(rows)
                .containsPattern("(?m)^[0-9]+ 127\\.0\\.0\\.1 me : g f$")
                .endsWith("\n.\n");
        assertThat(peer().table("workers")).containsPattern("(?m)^[0-9]+ 127\\.0\\.0\\.1 - :$");
    }

    @Test
    void aClientIdIsCutAt127Bytes() throws IOException {
        var worker = worker("f").sends(SET_CLIENT_ID, "i".repeat(200)).settles();

        assertThat(worker.table("workers")).contains(" " + "i".repeat(127) + " : f\n");
    }

    @Test
    void jobsAreShownWithTheirFlags() throws IOException {
        var operator = peer();
        var background = operator.submits(SUBMIT_JOB_BG, "f", "one", "1");
        var foreground = operator.submits(SUBMIT_JOB, "f", "two", "2");

        assertThat(operator.table("show jobs").lines())
                .containsExactlyInAnyOrder(background + "\t0\t0\t1", foreground + "\t0\t0\t0", ".");
        assertThat(operator.table("show unique jobs").lines()).containsExactlyInAnyOrder("one", "two", ".");
    }

    @Test
    void namesAreBytes() throws IOException {
        var operator = peer();
        var latin = "gr\u00f6\u00dfe"; // not UTF-8
        operator.submits(SUBMIT_JOB_BG, latin, "\u00fc", "1");

        assertThat(operator.table("status")).isEqualTo(latin + "\t1\t0\t0\n.\n");
        assertThat(operator.table("show unique jobs")).isEqualTo("\u00fc\n.\n");
        assertThat(operator.answers("maxqueue " + latin + " 1")).isEqualTo("OK\r\n");
        assertThat(operator.asks(SUBMIT_JOB_BG, latin, "", "2")).isEqualTo("ERROR QUEUE_ERROR|Job queue is full");
    }

    @Test
    void functionsMayHoldTabs() throws IOException {
        var operator = peer();
        operator.submits(SUBMIT_JOB_BG, "dev\tf", "", "1");
        var worker = worker("dev\tf");

        assertThat(operator.table("status")).isEqualTo("dev\tf\t1\t0\t1\n.\n");
        assertThat(operator.table("prioritystatus")).isEqualTo("dev\tf\t0\t1\t0\t1\n.\n");
        assertThat(worker.asks(GRAB_JOB)).endsWith("|dev\tf|1");
    }

    @Test
    @GearmandFault(Fault.F19_CANCEL_LEAVES_TRACES)
    void aRunningJobIsCancelledOnce() throws IOException {
        var operator = peer();
        var handle = operator.submits(SUBMIT_JOB_BG, "f", "", "1");
        worker("f").asks(GRAB_JOB);

        assertThat(operator.answers("cancel job " + handle)).isEqualTo("OK\r\n");
        assertThat(operator.answers("cancel job " + handle)).isEqualTo("ERR UNKNOWN_JOB\r\n");
    }

    @Test
    void functionsAreCreatedAndDropped() throws IOException {
        var operator = peer();

        assertThat(operator.answers("create function new")).isEqualTo("OK\r\n");
        assertThat(operator.table("status")).isEqualTo("new\t0\t0\t0\n.\n");
        assertThat(operator.answers("drop function other")).isEqualTo("ERR function not found\r\n");
        assertThat(operator.answers("drop function new")).isEqualTo("OK\r\n");
        assertThat(operator.table("status")).isEqualTo(".\n");
    }

    @Test
    @GearmandFault(Fault.F17_CREATE_CUTS)
    void aFunctionIsCreatedWithItsWholeNameWhateverEndsTheLine() throws IOException {
        var operator = peer();

        assertThat(operator.types("create function new\n").reads("\n")).isEqualTo("OK\r\n");

        assertThat(operator.table("status")).isEqualTo("new\t0\t0\t0\n.\n");
    }

    @Test
    void aFunctionWithWorkersIsNotDropped() throws IOException {
        worker("f");

        assertThat(peer().answers("drop function f"))
                .isEqualTo("ERR there are still connected workers or executing clients\r\n");
    }

    @Test
    @GearmandFault(Fault.F18_DROP_STRANDS)
    void aFunctionWithJobsIsNotDropped() throws IOException {
        var operator = peer();
        operator.submits(SUBMIT_JOB_BG, "f", "u", "w");

        assertThat(operator.answers("drop function f"))
                .isEqualTo("ERR there are still connected workers or executing clients\r\n");
        assertThat(worker("f").asks(GRAB_JOB)).endsWith("|f|w");
    }

    @Test
    void aCancelledJobFailsForThoseWhoWait() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");

        assertThat(peer().answers("cancel job " + handle)).isEqualTo("OK\r\n");

        assertThat(client.gets()).isEqualTo("WORK_FAIL " + handle);
        assertThat(worker("f").asks(GRAB_JOB)).isEqualTo("NO_JOB");
        assertThat(client.answers("cancel job H:nowhere:1")).isEqualTo("ERR UNKNOWN_JOB\r\n");
    }

    @Test
    @GearmandFault(Fault.F19_CANCEL_LEAVES_TRACES)
    void aCancelledJobLeavesNothingBehind() throws IOException {
        var operator = peer();
        var handle = operator.submits(SUBMIT_JOB_BG, "f", "u", "w");

        operator.answers("cancel job " + handle);

        assertThat(operator.asks(GET_STATUS, handle)).isEqualTo("STATUS_RES " + handle + "|0|0|0|0");
        assertThat(operator.table("status")).isEqualTo("f\t0\t0\t0\n.\n");
    }

    @Test
    @GearmandFault(Fault.F19_CANCEL_LEAVES_TRACES)
    void theUniqueOfACancelledJobCanBeUsedAgain() throws IOException {
        var operator = peer();
        var cancelled = operator.submits(SUBMIT_JOB_BG, "f", "u", "w");
        operator.answers("cancel job " + cancelled);

        assertThat(operator.submits(SUBMIT_JOB, "f", "u", "w")).isNotEqualTo(cancelled);
        assertThat(worker("f").asks(GRAB_JOB)).endsWith("|f|w");
    }

    @Test
    @GearmandFault(Fault.F19_CANCEL_LEAVES_TRACES)
    void aJobThatIsCancelledWhileItRunsEndsOnce() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        assertThat(peer().answers("cancel job " + handle)).isEqualTo("OK\r\n");
        assertThat(client.gets()).isEqualTo("WORK_FAIL " + handle);

        worker.sends(WORK_COMPLETE, handle, "r").settles();

        client.settles();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxqueue", "create", "drop"})
    void incompleteCommandsAreNamed(String command) throws IOException {
        assertThat(peer().answers(command))
                .isEqualTo("ERR INVALID_ARGUMENTS An+incomplete+set+of+arguments+was+sent+to+this+command+" + command
                        + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "show coffee, ERR UNKNOWN_SHOW_ARGUMENTS",
        "cancel my job, ERR UNKNOWN_ERROR",
        "bogus, ERR UNKNOWN_COMMAND Unknown+server+commandbogus",
        "shutdown, ERR UNKNOWN_COMMAND Unknown+server+commandshutdown",
        "maxqueue nobody 5, OK"
    })
    void everythingElseHasItsAnswer(String line, String answer) throws IOException {
        assertThat(peer().answers(line)).isEqualTo(answer + "\r\n");
    }

    @Test
    void blanksCollapse() throws IOException {
        var operator = peer();

        assertThat(operator.answers("create   function   f")).isEqualTo("OK\r\n");
        assertThat(operator.table("status")).isEqualTo("f\t0\t0\t0\n.\n");
    }

    @Test
    void queuesAreLimitedForEachPriority() throws IOException {
        var operator = peer();
        operator.submits(SUBMIT_JOB_BG, "f", "", "w");
        assertThat(operator.answers("maxqueue f 2 1 1")).isEqualTo("OK\r\n");

        assertThat(operator.asks(SUBMIT_JOB_BG, "f", "", "w")).isEqualTo("ERROR QUEUE_ERROR|Job queue is full");
        assertThat(operator.asks(SUBMIT_JOB_LOW_BG, "f", "", "w")).isEqualTo("ERROR QUEUE_ERROR|Job queue is full");
        operator.submits(SUBMIT_JOB_HIGH_BG, "f", "", "w");
    }
}
