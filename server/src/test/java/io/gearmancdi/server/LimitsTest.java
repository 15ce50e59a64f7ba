package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.ECHO_REQ;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one connection may cost, and that it costs nobody else anything. */
@Timeout(120)
class LimitsTest {
    private static final int MIB = 1024 * 1024;

    private final List<TestPeer> peers = new ArrayList<>();
    private EmbeddedJobServer server;

    private void serve(UnaryOperator<EmbeddedJobServer.Builder> settings) throws IOException {
        server = settings.apply(EmbeddedJobServer.builder().port(0)).start();
    }

    @AfterEach
    void stop() throws IOException {
        for (var peer : peers) {
            peer.close();
        }
        server.close();
    }

    private TestPeer peer() throws IOException {
        var peer = TestPeer.of(server);
        peers.add(peer);
        return peer;
    }

    private static boolean isClosed(TestPeer peer) throws IOException {
        try {
            return peer.readsToTheEnd().length == 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void aTableLongerThanMayWaitIsMadeAsItIsRead() throws IOException {
        int jobs = 30_000; // more than a pass writes, with uniques of that length, or it would never wait
        int limit = 100_000;
        serve(settings -> settings.maxOutput(limit));
        var operator = peer();
        var client = peer();
        var longest = "u".repeat(58);
        for (int sent = 0; sent < jobs; sent += 1000) {
            client.sends(IntStream.range(sent, sent + 1000)
                    .mapToObj(job -> Packet.ofText(SUBMIT_JOB_BG, "f", longest + job, ""))
                    .toArray(Packet[]::new));
            for (int job = 0; job < 1000; job++) {
                client.gets();
            }
        }

        operator.types("show unique jobs\ngetpid\n");
        client.waits(); // while nobody reads the table
        var table = operator.reads(".\nOK " + ProcessHandle.current().pid() + "\n");

        assertThat(table.length()).isGreaterThan(MIB + 2 * limit);
        assertThat(table.lines()).hasSize(jobs + 2);
    }

    @Test
    void aPacketThatIsTooLargeClosesItsConnectionAlone() throws IOException {
        serve(settings -> settings.maxPacketSize(1000));
        var other = peer();

        assertThat(isClosed(peer().sends(ECHO_REQ, "x".repeat(1001)))).isTrue();

        other.sends(ECHO_REQ, "x".repeat(1000)).gets();
    }

    @Test
    void whoSaysNothingIsClosedAndWhoHasSaidSomethingIsNot() throws IOException {
        serve(settings -> settings.handshakeTimeout(Duration.ofMillis(300)));
        var speaker = peer().waits();

        assertThat(isClosed(peer())).isTrue();
        speaker.waits();
    }

    @Test
    void bytesThatMakeNoRequestAreNoHandshake() throws IOException {
        serve(settings -> settings.handshakeTimeout(Duration.ofMillis(300)));
        var slow = peer();

        Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> {
            try {
                slow.types("v");
                return slow.isAtItsEnd();
            } catch (SocketException reset) {
                return true;
            }
        });
    }

    @Test
    void whoHasNothingToDoIsClosedAfterAWhile() throws IOException {
        serve(settings -> settings.idleTimeout(Duration.ofMillis(300)));
        var worker = peer().sends(CAN_DO, "f").sends(PRE_SLEEP);
        var client = peer().sends(SUBMIT_JOB, "g", "u", "w");
        var idle = peer().waits();

        assertThat(isClosed(idle)).isTrue();

        client.gets();
        client.waits();
        worker.waits();
    }

    @Test
    void moreConnectionsThanAllowedAreClosedAtOnce() throws IOException {
        serve(settings -> settings.maxConnections(3));
        for (int i = 0; i < 3; i++) {
            peer().waits();
        }

        assertThat(isClosed(peer())).isTrue();

        peers.remove(0).close();
        Awaitility.await().ignoreExceptions().until(() -> {
            peer().waits();
            return true;
        });
    }

    @Test
    void aThousandConnectionsAreServed() throws IOException {
        serve(settings -> settings);
        for (int i = 0; i < 1000; i++) {
            peer().sends(CAN_DO, "f" + i % 10).sends(PRE_SLEEP);
        }
        for (var peer : peers) {
            peer.waits();
        }

        assertThat(server.statistics().connections()).isEqualTo(1000);
        assertThat(server.statistics().functions()).hasSize(10).allMatch(function -> function.workers() == 100);
    }

    @Test
    void aSlowReaderIsClosedAndCostsNobodyElseAnything() throws IOException {
        serve(settings -> settings.maxOutput(4 * MIB));
        var handle = peer().sends(SUBMIT_JOB_BG, "f", "u", "w").gets().text(0);
        var slow = peer();
        var payload = "x".repeat(MIB);
        Awaitility.await().until(() -> {
            try {
                slow.sends(ECHO_REQ, payload);
                return false;
            } catch (IOException closed) {
                return true;
            }
        });

        var worker = peer().sends(CAN_DO, "f").sends(GRAB_JOB);
        assertThat(worker.gets().text(0)).isEqualTo(handle);
        worker.sends(WORK_COMPLETE, handle, "r").waits();
    }

    @Test
    void aFastReaderIsNotTakenForASlowOneHoweverMuchComesAtOnce() throws Exception {
        serve(settings -> settings.maxOutput(MIB));
        var client = peer();
        var result = new byte[8 * MIB];
        var handles = new ArrayList<byte[]>();
        for (int job = 0; job < 8; job++) {
            handles.add(client.sends(SUBMIT_JOB, "f", "", "w").gets().bytes(0));
        }
        var workers = new ArrayList<CompletableFuture<Void>>();
        for (var handle : handles) {
            var worker = peer().sends(CAN_DO, "f").sends(GRAB_JOB);
            worker.gets();
            workers.add(CompletableFuture.runAsync(() -> completes(worker, handle, result)));
        }

        for (int job = 0; job < 8; job++) {
            assertThat(client.gets().data()).isEqualTo(result);
        }
        CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new)).get();
    }

    private static void completes(TestPeer worker, byte[] handle, byte[] result) {
        try {
            worker.sends(Packet.of(WORK_COMPLETE, handle, result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bytesAtATimeFloodsAndGarbageCostNobodyElseAnything() throws Exception {
        serve(settings -> settings);
        var random = new Random(7);
        var trickle = peer();
        var client = peer();
        var worker = peer().sends(CAN_DO, "f");
        var request = "\0REQ\0\0\0\7\0\0\0\6g\0u\0ww".getBytes(ISO_8859_1);
        var flood = new Thread(LimitsTest.this::flood);
        flood.start();
        for (int round = 0; round < 100; round++) {
            var garbage = new byte[1 + random.nextInt(200)];
            random.nextBytes(garbage);
            peer().sends(garbage);
            trickle.sends(new byte[] {request[round % request.length]});

            var handle = client.sends(SUBMIT_JOB, "f", "", "w" + round).gets().text(0);
            assertThat(worker.sends(GRAB_JOB).gets().text(2)).isEqualTo("w" + round);
            worker.sends(WORK_COMPLETE, handle, "r");
            assertThat(client.gets()).isEqualTo(Packet.ofText(WORK_COMPLETE, handle, "r"));
        }
        flood.join();

        assertThat(server.statistics().completedJobs()).isEqualTo(100);
    }

    /** As many requests as a socket takes, none of whose answers is read. */
    private void flood() {
        try (var peer = TestPeer.of(server)) {
            var many = new Packet[1000];
            java.util.Arrays.fill(many, Packet.ofText(PacketType.GET_STATUS, "H:x:1"));
            for (int i = 0; i < 100; i++) {
                peer.sends(many);
            }
        } catch (IOException closed) {
            // it went too far
        }
    }

    @Test
    void declaredLengthsAreNotBelieved() throws IOException {
        serve(settings -> settings.maxPacketSize(256 * MIB));
        for (int i = 0; i < 200; i++) {
            peer().sends("\0REQ\0\0\0\20\20\0\0\0x".getBytes(ISO_8859_1)); // an echo of 256 MiB that never comes
        }

        peer().waits();
    }

    @Test
    void textIsForThisMachineAloneWhereItIsSaidSo() throws IOException {
        var address = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
                .findFirst();
        Assumptions.assumeTrue(address.isPresent(), "SKIPPED: this machine has no address but that of the loopback");
        serve(settings -> settings.host("0.0.0.0").localOperators(true));
        var far = TestPeer.at(address.orElseThrow(), server.port());
        peers.add(far);
        var near = TestPeer.at(java.net.InetAddress.getLoopbackAddress(), server.port());
        peers.add(near);

        assertThat(far.types("version\n").reads("\n"))
                .startsWith("ERR FORBIDDEN ")
                .endsWith("\r\n");
        assertThat(near.types("version\n").reads("\n")).startsWith("OK ");
        far.waits();
    }

    @Test
    void anOperatorMayEndTheServerWhereThatIsAllowed() throws Exception {
        serve(settings -> settings.shutdownCommand(true));
        var worker = peer().sends(CAN_DO, "f");
        var handle = worker.sends(SUBMIT_JOB_BG, "f", "u", "w").gets().text(0);
        worker.sends(GRAB_JOB).gets();

        assertThat(peer().types("shutdown graceful\n").reads("\n")).isEqualTo("OK\r\n");
        worker.waits().sends(WORK_COMPLETE, handle, "r");

        assertThat(server.awaitEnd()).isTrue();
    }

    @Test
    void anOperatorMayEndTheServerAtOnceWhateverWaits() throws Exception {
        serve(settings -> settings.shutdownCommand(true));
        peer().sends(SUBMIT_JOB_BG, "f", "u", "w").gets();

        assertThat(peer().types("shutdown\n").reads("\n")).isEqualTo("OK\r\n");

        assertThat(server.awaitEnd()).isTrue();
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() throws IOException {
        serve(settings -> settings);
        var builder = EmbeddedJobServer.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxQueueBytes(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxConnections(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxFunctions(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxFunctionLength(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.backlog(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.handshakeTimeout(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.idleTimeout(Duration.ofSeconds(-1)));
        for (var prefix : List.of("", "a b", "ü", "x".repeat(40))) {
            assertThatIllegalArgumentException().isThrownBy(() -> builder.handlePrefix(prefix));
        }
    }
}
