package io.gearmancdi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.spi.JobServerProvider;
import io.gearmancdi.spi.JobServerSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EmbeddedJobServerTest {
    @Test
    void listensOnALoopbackAddressAndAFreePort() throws IOException {
        try (var server = EmbeddedJobServer.builder().port(0).start()) {
            assertThat(server.host()).isEqualTo("127.0.0.1");
            assertThat(server.port()).isPositive();
            assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void needsAFreePort() throws IOException {
        try (var server = EmbeddedJobServer.builder().port(0).start()) {
            var second = EmbeddedJobServer.builder().port(server.port());

            assertThatExceptionOfType(BindException.class).isThrownBy(second::start);
        }
    }

    @Test
    void runsOnOneDaemonThreadThatEndsWithIt() throws IOException {
        var server = EmbeddedJobServer.builder().port(0).start();
        assertThat(threads()).hasSize(1).allMatch(Thread::isDaemon);

        server.close();

        assertThat(threads()).isEmpty();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("gearman-server"))
                .toList();
    }

    @Test
    void closesFastWhateverIsConnected() throws IOException {
        var server = EmbeddedJobServer.builder().port(0).start();
        var peers = new ArrayList<TestPeer>();
        for (int i = 0; i < 100; i++) {
            peers.add(TestPeer.of(server));
        }
        peers.get(0).sends(PacketType.SUBMIT_JOB, "f", "u", "x").gets();

        long start = System.nanoTime();
        server.close();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        assertThat(Duration.ofMillis(millis)).isLessThan(Duration.ofSeconds(1));
        for (var peer : peers) {
            assertThat(ended(peer)).isTrue();
            peer.close();
        }
    }

    private static boolean ended(TestPeer peer) throws IOException {
        try {
            return peer.readsToTheEnd().length == 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void drainsUntilTheLastJobHasEnded() throws Exception {
        var server = EmbeddedJobServer.builder().port(0).start();
        try (var peer = TestPeer.of(server)) {
            var handle = peer.sends(PacketType.SUBMIT_JOB, "f", "", "x").gets().text(0);
            peer.sends(PacketType.CAN_DO, "f").sends(PacketType.GRAB_JOB).gets();
            var drained = CompletableFuture.supplyAsync(() -> server.drain(Duration.ofSeconds(30)));
            Awaitility.await()
                    .untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
                            .isThrownBy(() -> TestPeer.of(server).close()));

            peer.waits().sends(PacketType.WORK_COMPLETE, handle, "done");

            assertThat(peer.gets().text(1)).isEqualTo("done");
            assertThat(drained.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(peer.readsToTheEnd()).isEmpty();
        }
    }

    @Test
    void drainsNoLongerThanItMay() throws IOException {
        var server = EmbeddedJobServer.builder().port(0).start();
        try (var peer = TestPeer.of(server)) {
            peer.sends(PacketType.SUBMIT_JOB_BG, "f", "", "x").gets();

            assertThat(server.drain(Duration.ofMillis(10))).isFalse();
            assertThat(peer.readsToTheEnd()).isEmpty();
        }
    }

    @Test
    void mayBeClosedTwiceAndByAnInterruptedThread() throws IOException {
        var server = EmbeddedJobServer.builder().port(0).start();

        Thread.currentThread().interrupt();
        server.close();

        assertThat(Thread.interrupted()).isTrue();
        server.close();
        assertThat(threads()).isEmpty();
    }

    @Test
    void startsAgainOnThePortItHad() throws IOException {
        var first = EmbeddedJobServer.builder().port(0).start();
        try (var peer = TestPeer.of(first).waits()) {
            first.close();
            assertThat(peer.readsToTheEnd()).isEmpty();
        }

        try (var second = EmbeddedJobServer.builder().port(first.port()).start();
                var peer = TestPeer.of(second)) {
            peer.waits();
        }
    }

    @Test
    void isFoundAsAService() throws Exception {
        var provider = ServiceLoader.load(JobServerProvider.class).findFirst().orElseThrow();

        try (var server = provider.start(new Settings("127.0.0.1", 0, 1000))) {
            assertThat(server.address().host()).isEqualTo("127.0.0.1");
            assertThat(server.address().port())
                    .isNotEqualTo(ServerAddress.DEFAULT_PORT)
                    .isPositive();
        }
    }

    private record Settings(String host, int port, int maxPacketSize) implements JobServerSettings {}

    @Test
    void refusesSettingsThatMakeNoSense() {
        var builder = EmbeddedJobServer.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxPacketSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxOutput(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.jobTries(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.wakeUps(-1));
    }

    @Test
    void handlesNameThisMachineWhateverItIsCalled() {
        assertThat(HostName.ofThisMachine()).isNotEmpty().hasSizeLessThan(37).doesNotContain(":", " ", "\n");
        assertThat(HostName.tidied("my host:1\n")).isEqualTo("my-host-1");
        assertThat(HostName.tidied(" ")).isEqualTo("localhost");
        assertThat(HostName.tidied("x".repeat(100))).hasSize(36);
    }
}
