package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.ECHO_REQ;
import static io.gearmancdi.protocol.PacketType.ECHO_RES;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.JOB_ASSIGN;
import static io.gearmancdi.protocol.PacketType.JOB_CREATED;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConversationTest {
    private static final int LARGE = 5_000_000;

    private EmbeddedJobServer server;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedJobServer.builder()
                .port(0)
                .maxPacketSize(2 * LARGE)
                .maxOutput(4 * LARGE)
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestPeer peer() throws IOException {
        return TestPeer.of(server);
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private long waiting() throws IOException {
        try (var operator = peer()) {
            var status = operator.types("status\n").reads(".\n");
            return status.equals(".\n") ? 0 : Long.parseLong(status.split("\t", -1)[1]);
        }
    }

    @Test
    void aJobGoesToAWorkerAndItsResultComesBack() throws IOException {
        try (var client = peer();
                var worker = peer()) {
            worker.sends(CAN_DO, "f").sends(PRE_SLEEP).waits();
            var handle = client.sends(SUBMIT_JOB, "f", "u", "hello").gets().text(0);

            assertThat(worker.gets()).isEqualTo(Packet.of(PacketType.NOOP));
            assertThat(worker.sends(GRAB_JOB).gets()).isEqualTo(Packet.ofText(JOB_ASSIGN, handle, "f", "hello"));
            worker.sends(WORK_COMPLETE, handle, "HELLO");

            assertThat(client.gets()).isEqualTo(Packet.ofText(WORK_COMPLETE, handle, "HELLO"));
            assertThat(handle).startsWith("H:" + HostName.ofThisMachine() + ":").endsWith(":1");
        }
    }

    @Test
    void textAndPacketsAreAnsweredInTheirOrder() throws IOException {
        try (var peer = peer()) {
            peer.types("getpid\r\n\0REQ\0\0\0\20\0\0\0\2hi" + "foo\n\0REQ\0\0\0\20\0\0\0\2ho");

            assertThat(peer.reads("\n"))
                    .isEqualTo("OK " + ProcessHandle.current().pid() + "\n");
            assertThat(peer.reads("hi")).isEqualTo("\0RES\0\0\0\21\0\0\0\2hi");
            assertThat(peer.reads("\n")).isEqualTo("ERR UNKNOWN_COMMAND Unknown+server+commandfoo\r\n");
            assertThat(peer.gets()).isEqualTo(Packet.ofText(ECHO_RES, "ho"));
        }
    }

    @Test
    void bytesMayComeOneByOne() throws IOException {
        try (var peer = peer()) {
            for (byte b : "\0REQ\0\0\0\20\0\0\0\2hi".getBytes(ISO_8859_1)) {
                peer.sends(new byte[] {b});
            }

            assertThat(peer.gets()).isEqualTo(Packet.ofText(ECHO_RES, "hi"));
        }
    }

    @Test
    void largePayloadsReachEveryoneWhoWaits() throws IOException {
        var workload = bytes(LARGE);
        var result = bytes(LARGE + 1);
        try (var worker = peer();
                var first = peer();
                var second = peer()) {
            var submission = Packet.of(SUBMIT_JOB, ascii("f"), ascii("u"), workload);
            var handle = first.sends(submission, submission).gets().bytes(0);
            first.gets();
            second.sends(submission).gets();

            assertThat(worker.sends(CAN_DO, "f").sends(GRAB_JOB).gets().data()).isEqualTo(workload);
            var complete = Packet.of(WORK_COMPLETE, handle, result);
            worker.sends(complete);

            assertThat(first.gets()).isEqualTo(complete);
            assertThat(second.gets()).isEqualTo(complete);
            assertThat(first.gets()).isEqualTo(complete);
        }
    }

    @Test
    void payloadsOfAnySizeComeBackUnchanged() throws IOException {
        try (var peer = peer()) {
            for (int length :
                    new int[] {0, 1, 4083, 4084, 8179, 8180, 8181, 8192, 65_523, 65_524, 262_144, 1_048_576}) {
                var echo = bytes(length);
                peer.sends(Packet.of(ECHO_REQ, echo), Packet.of(ECHO_REQ, echo), Packet.of(ECHO_REQ, bytes(7)));

                assertThat(peer.gets().data()).isEqualTo(echo);
                assertThat(peer.gets().data()).isEqualTo(echo);
                assertThat(peer.gets().data()).isEqualTo(bytes(7));
            }
        }
    }

    @Test
    void aBurstOfConnectionsIsServed() throws IOException {
        var peers = new ArrayList<TestPeer>();
        for (int i = 0; i < 300; i++) {
            peers.add(peer());
        }
        for (var peer : peers) {
            peer.waits().close();
        }
    }

    @Test
    void aDelayedJobWakesItsWorker() throws IOException {
        try (var client = peer();
                var worker = peer()) {
            worker.sends(CAN_DO, "f").sends(PRE_SLEEP).waits();
            long soon = System.currentTimeMillis() / 1000 + 1;
            client.sends(SUBMIT_JOB_EPOCH, "f", "", String.valueOf(soon), "x").gets();

            assertThat(worker.gets()).isEqualTo(Packet.of(PacketType.NOOP));
            assertThat(System.currentTimeMillis()).isGreaterThanOrEqualTo(soon * 1000);
        }
    }

    @Nested
    class APeerThatStopsSending {
        @Test
        void getsItsAnswersBeforeTheEnd() throws IOException {
            try (var peer = peer()) {
                peer.types("version\nstatus\n").stopsSending();

                assertThat(new String(peer.readsToTheEnd(), ISO_8859_1)).matches("OK .+\n\\.\n");
            }
        }

        @Test
        void getsLargeAnswersToo() throws IOException {
            try (var peer = peer()) {
                peer.sends(Packet.of(ECHO_REQ, bytes(LARGE))).stopsSending();

                assertThat(peer.readsToTheEnd()).hasSize(LARGE + 12);
            }
        }

        @Test
        void getsTheResultsOfItsJobs() throws IOException {
            try (var client = peer();
                    var worker = peer()) {
                client.sends(SUBMIT_JOB, "f", "", "x").stopsSending();
                var handle = client.gets().text(0);
                worker.sends(CAN_DO, "f").sends(GRAB_JOB).gets();
                worker.sends(WORK_COMPLETE, handle, "done");

                assertThat(afterReminders(client)).isEqualTo(Packet.ofText(WORK_COMPLETE, handle, "done"));
                assertThat(client.readsToTheEnd()).isEmpty();
            }
        }

        private static Packet afterReminders(TestPeer client) throws IOException {
            var packet = client.gets();
            while (packet.type() == PacketType.WORK_STATUS) {
                packet = client.gets();
            }
            return packet;
        }

        @Test
        void isForgottenWithItsJobsWhereItHasGone() throws IOException {
            var client = peer();
            client.sends(SUBMIT_JOB, "f", "", "x").gets();

            client.close();

            Awaitility.await().untilAsserted(() -> assertThat(waiting()).isZero());
        }

        @Test
        void worksNoLonger() throws IOException {
            try (var client = peer();
                    var next = peer()) {
                client.sends(SUBMIT_JOB, "waits", "", "x").gets();
                client.sends(SUBMIT_JOB_BG, "f", "", "x").gets();
                client.sends(CAN_DO, "f").sends(GRAB_JOB).gets();
                next.sends(CAN_DO, "f").sends(PRE_SLEEP).waits();

                client.stopsSending();

                assertThat(next.gets()).isEqualTo(Packet.of(PacketType.NOOP));
                assertThat(next.sends(GRAB_JOB).gets().type()).isEqualTo(JOB_ASSIGN);
            }
        }

        @Test
        void hasItsSubmissionsAccepted() throws IOException {
            try (var peer = peer()) {
                var job = Packet.ofText(SUBMIT_JOB_BG, "f", "", "x");
                peer.sends(job, job, job, job, job);
            }

            Awaitility.await().untilAsserted(() -> assertThat(waiting()).isEqualTo(5));
        }
    }

    @Nested
    class APeerThatMisbehaves {
        @Test
        void isClosedAfterItsEarlierAnswersAndAlone() throws IOException {
            try (var good = peer().waits();
                    var bad = peer()) {
                bad.types("version\n\0BAD\0\0\0\0\0\0\0\0");

                assertThat(new String(bad.readsToTheEnd(), ISO_8859_1))
                        .startsWith("OK ")
                        .endsWith("\n");
                good.waits();
            }
        }

        @Test
        void isClosedForAPacketOverTheLimit() throws IOException {
            try (var good = peer().waits();
                    var bad = peer()) {
                bad.sends(ascii("\0REQ\0\0\0\7\377\377\377\377"));

                assertThat(bad.readsToTheEnd()).isEmpty();
                good.waits();
            }
        }

        @Test
        void isClosedForATypeThatCrashesGearmand() throws IOException {
            try (var good = peer().waits();
                    var bad = peer()) {
                bad.sends(ascii("\0REQ\u0080\0\0\0\0\0\0\0"));

                assertThat(bad.readsToTheEnd()).isEmpty();
                good.waits();
            }
        }

        @Test
        void isClosedWhenItDoesNotReadWhileOthersGoOn() throws IOException {
            try (var good = peer().waits();
                    var lazy = peer();
                    var worker = peer()) {
                for (int i = 0; i < 8; i++) {
                    lazy.sends(SUBMIT_JOB, "f", "u", "x");
                }
                var handle = lazy.gets().bytes(0);
                worker.sends(CAN_DO, "f").sends(GRAB_JOB).gets();
                worker.sends(Packet.of(PacketType.WORK_DATA, handle, bytes(LARGE)));

                worker.waits();
                good.waits();
                Awaitility.await()
                        .untilAsserted(() ->
                                assertThat(peers()).as("without the lazy one").isEqualTo(3));
            }
        }

        private long peers() throws IOException {
            try (var operator = peer()) {
                return operator.types("workers\n").reads(".\n").lines().count() - 1;
            }
        }

        @Test
        void losesItsJobsWhenItsConnectionBreaks() throws IOException {
            try (var client = peer();
                    var next = peer()) {
                client.sends(SUBMIT_JOB, "f", "u", "x").gets();
                next.sends(CAN_DO, "f");
                try (var worker = peer()) {
                    worker.sends(CAN_DO, "f").sends(GRAB_JOB).gets();
                    next.sends(PRE_SLEEP).waits();
                }

                assertThat(next.gets()).isEqualTo(Packet.of(PacketType.NOOP));
                assertThat(next.sends(GRAB_JOB).gets().type()).isEqualTo(JOB_ASSIGN);
            }
        }
    }

    @Test
    void manySubmissionsAreAnsweredOneByOne() throws IOException {
        try (var client = peer()) {
            var jobs = new Packet[10_000];
            for (int i = 0; i < jobs.length; i++) {
                jobs[i] = Packet.ofText(SUBMIT_JOB_BG, "f", "u" + i, "x");
            }
            var sender = new Thread(() -> send(client, jobs), "sender");
            sender.start();

            for (int i = 1; i <= jobs.length; i++) {
                var created = client.gets();
                assertThat(created.type()).isEqualTo(JOB_CREATED);
                assertThat(created.text(0)).endsWith(":" + i);
            }
        }
    }

    private static void send(TestPeer client, Packet[] jobs) {
        try {
            client.sends(jobs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
