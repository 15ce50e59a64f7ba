package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.CAN_DO_TIMEOUT;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.JOB_CREATED;
import static io.gearmancdi.protocol.PacketType.NOOP;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.EngineSettings;
import io.gearmancdi.server.net.EventLoop;
import io.gearmancdi.server.net.Limits;
import io.gearmancdi.server.store.JobStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody sets the clock on the wall while a server runs. */
@Timeout(60)
class ClockIsSetTest {
    private static final int MUCH = 1 << 20;
    private static final long HOUR = 3600;

    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.ofEpochSecond(1_700_000_000));
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        var settings = new EngineSettings("H:test:", "1", 1, 0, 0, false, false, false, MUCH, 0, MUCH, MUCH);
        var limits = new Limits(MUCH, 8192, MUCH, MUCH, MUCH, 100, 100, 0, 0, 0, false);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = RunningServer.start(
                new EventLoop(address, new Engine(settings), JobStore.none(), limits, null, wall::get));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void isSetForward() {
        wall.updateAndGet(time -> time.plusSeconds(HOUR));
    }

    @Test
    void aJobThatRunsIsNotTakenFromItsWorker() throws IOException {
        try (var client = TestPeer.of(server);
                var worker = TestPeer.of(server)) {
            var handle = client.sends(SUBMIT_JOB, "f", "", "w").gets().text(0);
            worker.sends(CAN_DO_TIMEOUT, "f", "600000").sends(GRAB_JOB).gets();

            isSetForward();
            worker.waits().waits(); // a pass has seen the new time
            worker.sends(WORK_COMPLETE, handle, "r");

            assertThat(client.gets()).isEqualTo(Packet.ofText(WORK_COMPLETE, handle, "r"));
        }
    }

    @Test
    void aDelayedJobIsDueByTheNewTime() throws IOException {
        try (var peer = TestPeer.of(server)) {
            var due = String.valueOf(wall.get().getEpochSecond() + HOUR);
            assertThat(peer.sends(SUBMIT_JOB_EPOCH, "f", "", due, "w").gets())
                    .isEqualTo(Packet.ofText(JOB_CREATED, "H:test:1"));
            peer.sends(CAN_DO, "f").sends(PRE_SLEEP);

            isSetForward();

            assertThat(peer.gets()).isEqualTo(Packet.of(NOOP));
        }
    }
}
