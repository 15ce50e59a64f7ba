package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.CAN_DO_TIMEOUT;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs that are cancelled, abandoned, joined, lost or too slow leave nothing behind, however many they were. */
@Timeout(120)
class NoTraceTest {
    private static final int JOBS = 1000;
    private static final int ROUNDS = 9;
    private static final String FAR = "9999999999";

    /** Less than one kind of these jobs would take up, were they kept from then on. */
    private static final long SLACK = 1_000_000;

    @Test
    void thousandsOfJobsThatCameToNothingAreForgotten() throws IOException {
        try (var server = EmbeddedJobServer.builder().port(0).start()) {
            long before = 0;
            for (int round = 0; round < ROUNDS; round++) {
                cancelled(server);
                abandoned(server);
                joinedAndLost(server);
                tooSlow(server);
                Awaitility.await().until(() -> server.statistics().connections() == 0);
                if (round == ROUNDS / 3) {
                    before = usedBytes(); // what grows with the first jobs has grown
                }
            }

            var books = server.statistics();
            assertThat(books.waitingJobs()).isZero();
            assertThat(books.runningJobs()).isZero();
            assertThat(books.queueBytes()).isZero();
            assertThat(usedBytes() - before).as("growth in bytes").isLessThan(SLACK);
            try (var operator = TestPeer.of(server)) {
                assertThat(operator.types("show jobs\n").reads(".\n")).isEqualTo(".\n");
                assertThat(operator.types("status\n").reads(".\n")).doesNotContainPattern("\t[1-9]");
            }
        }
    }

    /** Waiting, delayed and running ones. */
    private static void cancelled(EmbeddedJobServer server) throws IOException {
        try (var peer = TestPeer.of(server)) {
            var handles = new ArrayList<>(submitted(peer, SUBMIT_JOB_BG, "cancelled"));
            handles.addAll(submitted(peer, SUBMIT_JOB_EPOCH, "later"));
            peer.sends(CAN_DO, "cancelled");
            for (int job = 0; job < JOBS / 2; job++) {
                peer.sends(GRAB_JOB).gets();
            }
            for (var handle : handles) {
                assertThat(peer.types("cancel job " + handle + "\n").reads("\n"))
                        .isEqualTo("OK\r\n");
            }
        }
    }

    private static void abandoned(EmbeddedJobServer server) throws IOException {
        try (var client = TestPeer.of(server)) {
            submitted(client, SUBMIT_JOB, "abandoned");
        }
    }

    /** Each waited for twice; one worker is lost with all of them, the next ends them. */
    private static void joinedAndLost(EmbeddedJobServer server) throws IOException {
        try (var client = TestPeer.of(server);
                var heir = TestPeer.of(server)) {
            var handles = submitted(client, SUBMIT_JOB, "joined");
            assertThat(submitted(client, SUBMIT_JOB, "joined")).isEqualTo(handles);
            try (var worker = TestPeer.of(server).sends(CAN_DO, "joined")) {
                for (int job = 0; job < JOBS; job++) {
                    worker.sends(GRAB_JOB).gets();
                }
            }
            Awaitility.await().until(() -> server.statistics().runningJobs() == 0);
            heir.sends(CAN_DO, "joined");
            for (int job = 0; job < JOBS; job++) {
                heir.sends(WORK_COMPLETE, heir.sends(GRAB_JOB).gets().text(0), "r");
            }
            for (int end = 0; end < 2 * JOBS; end++) {
                assertThat(client.gets().type()).isEqualTo(WORK_COMPLETE);
            }
        }
    }

    /** Their client leaves meanwhile. */
    private static void tooSlow(EmbeddedJobServer server) throws IOException {
        try (var worker = TestPeer.of(server).sends(CAN_DO_TIMEOUT, "slow", "1000")) {
            try (var client = TestPeer.of(server)) {
                submitted(client, SUBMIT_JOB, "slow");
                for (int job = 0; job < JOBS; job++) {
                    worker.sends(GRAB_JOB).gets();
                }
            }
            Awaitility.await().until(() -> server.statistics().runningJobs() == 0);
        }
    }

    private static List<String> submitted(TestPeer client, PacketType type, String function) throws IOException {
        var packets = new ArrayList<Packet>();
        for (int job = 0; job < JOBS; job++) {
            var unique = function + job;
            packets.add(
                    type == SUBMIT_JOB_EPOCH
                            ? Packet.ofText(type, function, unique, FAR, "w")
                            : Packet.ofText(type, function, unique, "w"));
        }
        client.sends(packets.toArray(Packet[]::new));
        var handles = new ArrayList<String>();
        for (int job = 0; job < JOBS; job++) {
            handles.add(client.gets().text(0));
        }
        return handles;
    }

    private static long usedBytes() {
        var runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int look = 0; look < 4; look++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
