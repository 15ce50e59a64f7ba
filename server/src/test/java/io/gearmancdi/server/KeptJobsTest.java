package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.ECHO_REQ;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_UNIQ;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.spi.FlushPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that follow each other on one store. */
class KeptJobsTest {
    @TempDir
    Path store;

    private EmbeddedJobServer.Builder builder() {
        return EmbeddedJobServer.builder().port(0).handlePrefix("H:test").store(store);
    }

    @ParameterizedTest
    @EnumSource
    void aJobOutlivesItsServer(FlushPolicy policy) throws IOException {
        try (var server = builder().flush(policy).start();
                var client = TestPeer.of(server)) {
            client.sends(SUBMIT_JOB_BG, "f", "u", "w");
            assertThat(client.gets()).isEqualTo(Packet.ofText(PacketType.JOB_CREATED, "H:test:1"));
        }
        try (var server = builder().flush(policy).start();
                var worker = TestPeer.of(server)) {
            assertThat(server.statistics().waitingJobs()).isEqualTo(1);
            worker.sends(CAN_DO, "f").sends(GRAB_JOB_UNIQ);
            assertThat(worker.gets()).isEqualTo(Packet.ofText(PacketType.JOB_ASSIGN_UNIQ, "H:test:1", "f", "u", "w"));
            worker.sends(PacketType.WORK_COMPLETE, "H:test:1", "").waits();
        }
        try (var server = builder().flush(policy).start()) {
            assertThat(server.statistics().waitingJobs()).isZero();
        }
    }

    @Test
    void answersKeepTheirOrderWhileSomeWaitForTheDisk() throws IOException {
        try (var server = builder().start();
                var client = TestPeer.of(server)) {
            for (int round = 0; round < 50; round++) {
                client.sends(
                        Packet.ofText(SUBMIT_JOB_BG, "f", "a" + round, "w"),
                        Packet.ofText(ECHO_REQ, "1"),
                        Packet.ofText(SUBMIT_JOB_BG, "f", "b" + round, "w"),
                        Packet.ofText(ECHO_REQ, "2"));
                assertThat(client.gets().text(0)).isEqualTo("H:test:" + (2 * round + 1));
                assertThat(client.gets().text(0)).isEqualTo("1");
                assertThat(client.gets().text(0)).isEqualTo("H:test:" + (2 * round + 2));
                assertThat(client.gets().text(0)).isEqualTo("2");
            }
        }
    }

    @Test
    void aSecondServerOnTheStoreDoesNotStart() throws IOException {
        try (var server = builder().start()) {
            assertThatThrownBy(() -> builder().start())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another job server");
            assertThat(server.statistics().connections()).isZero();
        }
    }

    @Test
    void theStoreIsFreeAgainAfterAPortThatIsTaken() throws IOException {
        try (var other = EmbeddedJobServer.builder().port(0).start()) {
            assertThatThrownBy(() -> builder().port(other.port()).start()).isInstanceOf(IOException.class);
        }
        builder().start().close();
    }

    @Test
    void anIntervalIsAMillisecondOrMore() {
        var builder = builder();
        assertThatThrownBy(() -> builder.flushInterval(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
