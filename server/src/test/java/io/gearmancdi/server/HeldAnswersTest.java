package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.ECHO_REQ;
import static io.gearmancdi.protocol.PacketType.JOB_CREATED;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.EngineSettings;
import io.gearmancdi.server.engine.StoredJob;
import io.gearmancdi.server.net.EventLoop;
import io.gearmancdi.server.net.Limits;
import io.gearmancdi.server.store.JobStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients are told while the disk has not answered yet. */
class HeldAnswersTest {
    private static final int MUCH = 1 << 20;

    private final SlowDisk disk = new SlowDisk();
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        var settings = new EngineSettings("H:test:", "1", 1, 0, 0, false, false, false, MUCH, 0, MUCH, MUCH);
        var limits = new Limits(MUCH, 8192, MUCH, MUCH, MUCH, 100, 100, 0, 0, 0, false);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = RunningServer.start(
                new EventLoop(address, new Engine(settings, disk), disk, limits, null, InstantSource.system()));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aBackgroundJobIsAcceptedOnceItIsSafeAndNoSooner() throws IOException {
        try (var client = TestPeer.of(server);
                var other = TestPeer.of(server)) {
            client.sends(Packet.ofText(SUBMIT_JOB_BG, "f", "u", "w"), Packet.ofText(ECHO_REQ, "after it"));
            await().atMost(Duration.ofSeconds(20)).until(() -> disk.notes() == 1);
            other.waits().waits(); // the pass that noted the job is over
            assertThat(client.isSilent())
                    .as("nothing is said before the disk has it")
                    .isTrue();

            disk.answer(1);
            assertThat(client.gets()).isEqualTo(Packet.ofText(JOB_CREATED, "H:test:1"));
            assertThat(client.gets().text(0)).isEqualTo("after it");
        }
    }

    @Test
    void othersAreAnsweredMeanwhile() throws IOException {
        try (var client = TestPeer.of(server);
                var other = TestPeer.of(server)) {
            client.sends(SUBMIT_JOB_BG, "f", "u", "w");
            await().atMost(Duration.ofSeconds(20)).until(() -> disk.notes() == 1);

            other.sends(SUBMIT_JOB, "f", "", "w");
            assertThat(other.gets().type()).isEqualTo(JOB_CREATED);
            other.waits();
            assertThat(client.isSilent()).isTrue();
        }
    }

    @Test
    void eachWaitsForItsOwnGroupAlone() throws IOException {
        try (var first = TestPeer.of(server);
                var second = TestPeer.of(server)) {
            first.sends(SUBMIT_JOB_BG, "f", "1", "w");
            await().atMost(Duration.ofSeconds(20)).until(() -> disk.notes() == 1);
            second.sends(SUBMIT_JOB_BG, "f", "2", "w");
            await().atMost(Duration.ofSeconds(20)).until(() -> disk.notes() == 2);

            disk.answer(1);
            assertThat(first.gets().text(0)).isEqualTo("H:test:1");
            first.waits();
            assertThat(second.isSilent()).isTrue();

            disk.answer(2);
            assertThat(second.gets().text(0)).isEqualTo("H:test:2");
        }
    }

    /** Each job is a group of its own, and safe when the test says so. */
    private static final class SlowDisk implements JobStore {
        private volatile Runnable wakeUp = () -> {};
        private volatile long notes;
        private volatile long kept;

        long notes() {
            return notes;
        }

        void answer(long group) {
            kept = group;
            wakeUp.run();
        }

        @Override
        public long accepted(StoredJob job) {
            notes = job.number();
            return 1;
        }

        @Override
        public void lost(long number, int lost) {
            // not here
        }

        @Override
        public void ended(long number, long place) {
            // not here
        }

        @Override
        public void recover(ObjLongConsumer<StoredJob> taker) {
            // nothing is there
        }

        @Override
        public long lastNumber() {
            return 0;
        }

        @Override
        public void whenKept(Runnable action) {
            wakeUp = action;
        }

        @Override
        public long group() {
            return notes;
        }

        @Override
        public long kept() {
            return kept;
        }

        @Override
        public void write(long now, long highest) {
            // as if it were done
        }

        @Override
        public long deadline() {
            return Long.MAX_VALUE;
        }

        @Override
        public long stale() {
            return NOWHERE;
        }

        @Override
        public void renewed(long place) {
            // nothing is stale
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
