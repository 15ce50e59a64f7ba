package io.gearmancdi.it.conformance;

import static io.gearmancdi.protocol.PacketType.ECHO_REQ;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest extends OnBothServers {

    @ParameterizedTest
    @EnumSource(
            names = {
                "UNUSED",
                "NOOP",
                "JOB_CREATED",
                "NO_JOB",
                "JOB_ASSIGN",
                "ECHO_RES",
                "ERROR",
                "STATUS_RES",
                "ALL_YOURS",
                "OPTION_RES",
                "JOB_ASSIGN_UNIQ",
                "SUBMIT_JOB_SCHED",
                "JOB_ASSIGN_ALL",
                "STATUS_RES_UNIQUE"
            })
    void whatNobodySendsToAServerIsAnErrorAndNoMore(PacketType type) throws IOException {
        var arguments = new String[type.arguments().size()];
        java.util.Arrays.fill(arguments, "1");
        var peer = peer();

        assertThat(peer.asks(type, arguments)).isEqualTo("ERROR INVALID_COMMAND|Command not expected");
        peer.settles();
    }

    @Test
    void soIsTheMagicOfResponses() throws IOException {
        int magic = ByteBuffer.wrap("\0RES".getBytes(ISO_8859_1)).getInt();
        var peer = peer().sends(RawPeer.packet(magic, ECHO_REQ.code(), "x"));

        assertThat(peer.gets()).isEqualTo("ERROR INVALID_MAGIC|Request magic expected");
        peer.settles();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 43, 1000, Integer.MAX_VALUE})
    void unknownTypesCloseTheConnection(int type) throws IOException {
        assertThat(closes(peer().sendsRaw(type, ""))).isTrue();
        peer().settles();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, -42})
    @GearmandFault(Fault.F1_LARGE_TYPE_KILLS)
    void unknownTypesOfAnySizeCloseNothingElse(int type) throws IOException {
        var other = peer().settles();

        assertThat(closes(peer().sendsRaw(type, ""))).isTrue();
        other.settles();
    }

    @Test
    void otherMagicClosesTheConnection() throws IOException {
        assertThat(closes(peer().sends(RawPeer.packet(0x00414243, 16, "x")))).isTrue();
    }

    @Test
    void aBodyWithoutArgumentsIsSkipped() throws IOException {
        var worker = worker("f").sendsRaw(GRAB_JOB.code(), "junk");

        assertThat(worker.gets()).isEqualTo("NO_JOB");
        worker.settles();
    }

    @ParameterizedTest
    @CsvSource({"18, 'f\0data'", "36, 'f\0u\0data'", "37, 'f\0u\0reducer\0data'", "38, 'f\0u\0reducer\0data'"})
    @GearmandFault(Fault.F10_ARGUMENTS_BEYOND_PACKET)
    void aSubmissionWithAnArgumentTooFewClosesTheConnection(int type, String body) throws IOException {
        var peer = peer().sendsRaw(type, body);

        assertThat(closes(peer)).isTrue();
        assertThat(peer().table("status")).isEqualTo(".\n");
    }

    @Test
    @GearmandFault(Fault.F10_ARGUMENTS_BEYOND_PACKET)
    void argumentsEndWithTheirPacket() throws IOException {
        // too few arguments, and then something that must not be taken for the rest of them
        var peer = peer();
        peer.sends(new byte[][] {RawPeer.packet(SUBMIT_JOB_BG, "f"), RawPeer.packet(SUBMIT_JOB_BG, "g", "u", "w")});

        assertThat(closes(peer)).isTrue();
        assertThat(peer().table("status")).isEqualTo(".\n");
        // an empty result without the NUL before it, as perl workers send it
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);
        worker.sendsRaw(WORK_COMPLETE.code(), handle).settles();
        assertThat(client.gets()).isEqualTo("WORK_COMPLETE " + handle + "|");
    }

    @Test
    @GearmandFault(Fault.F10_ARGUMENTS_BEYOND_PACKET)
    void anEmptyResultNeedsNoNul() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "u", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sendsRaw(WORK_COMPLETE.code(), handle).settles();

        assertThat(client.gets()).isEqualTo("WORK_COMPLETE " + handle + "|");
    }

    @Test
    void textAndPacketsAreAnsweredInTheirOrder() throws IOException {
        var peer = peer();
        peer.sends(
                "version\n".getBytes(ISO_8859_1),
                RawPeer.packet(ECHO_REQ, "a"),
                "bogus\r\n".getBytes(ISO_8859_1),
                RawPeer.packet(ECHO_REQ, "b"));

        assertThat(peer.reads("\n")).startsWith("OK ");
        assertThat(peer.gets()).isEqualTo("ECHO_RES a");
        assertThat(peer.reads("\n")).isEqualTo("ERR UNKNOWN_COMMAND Unknown+server+commandbogus\r\n");
        assertThat(peer.gets()).isEqualTo("ECHO_RES b");
    }

    @Test
    void bytesMayComeOneByOne() throws IOException {
        var peer = peer();
        for (byte one : RawPeer.packet(SUBMIT_JOB, "f", "u", "w")) {
            peer.sends(new byte[] {one});
        }
        assertThat(peer.gets()).startsWith("JOB_CREATED ");
        for (char one : "version\n".toCharArray()) {
            peer.types(String.valueOf(one));
        }
        assertThat(peer.reads("\n")).startsWith("OK ");
    }

    @Test
    void aLineLongerThanEightKibibytesClosesTheConnection() throws IOException {
        assertThat(closes(peer().types("x".repeat(9000)))).isTrue();
    }

    @Test
    void argumentsLongerThanEightKibibytesCloseTheConnection() throws IOException {
        assertThat(closes(peer().sends(SUBMIT_JOB, "f".repeat(9000), "u", "w"))).isTrue();
    }

    @Test
    void requestsBeforeTheEndAreCarriedOut() throws IOException {
        var packets = new ArrayList<byte[]>();
        for (int job = 0; job < 5; job++) {
            packets.add(RawPeer.packet(SUBMIT_JOB_BG, "f", "", "w"));
        }
        peer().sends(packets.toArray(byte[][]::new)).stopsSending();

        var operator = peer();
        org.awaitility.Awaitility.await().until(() -> operator.table("status").equals("f\t5\t0\t0\n.\n"));
    }

    @Test
    @GearmandFault(Fault.F14_HALF_CLOSE)
    void whoStopsSendingGetsHisAnswers() throws IOException {
        // gearmand loses some of many; that it lost none at all is not to be expected
        for (int attempt = 0; attempt < 50; attempt++) {
            var peer = peer();
            peer.sends("getpid\n".getBytes(ISO_8859_1)).stopsSending();
            assertThat(peer.readsToTheEnd()).matches("OK [0-9]+\n");
        }
    }

    /** Whether the server closes a connection without a word. */
    private static boolean closes(RawPeer peer) {
        var thrown = catchThrowable(() -> assertThat(peer.readsToTheEnd()).isEmpty());
        return thrown == null || thrown instanceof java.net.SocketException;
    }
}
