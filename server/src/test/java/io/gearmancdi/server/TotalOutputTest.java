package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.GET_STATUS_UNIQUE;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.WORK_STATUS;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may wait for all connections together. */
@Timeout(60)
class TotalOutputTest {
    private static final int MUCH = 64 << 20;
    private static final int TOTAL = 2 << 20;
    private static final int TIMES = 300;

    private final List<TestPeer> peers = new ArrayList<>();
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        var settings = new EngineSettings("H:test:", "1", 1, 0, 0, false, false, false, MUCH, 0, MUCH, MUCH);
        var limits = new Limits(MUCH, 8192, MUCH, TOTAL, MUCH, 100, 100, 0, 0, 0, false);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = RunningServer.start(
                new EventLoop(address, new Engine(settings), JobStore.none(), limits, null, InstantSource.system()));
    }

    @AfterEach
    void end() throws IOException {
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

    @Test
    void isBoundedBeforeTheNextRequestIsActedUpon() throws IOException {
        var one = Packet.ofText(SUBMIT_JOB, "f", "u", "w");
        for (int client = 0; client < 4; client++) {
            var greedy = peer().sends(Collections.nCopies(TIMES, one).toArray(Packet[]::new));
            for (int answer = 0; answer < TIMES; answer++) {
                greedy.gets();
            }
        }
        var modest = peer().sends(one);
        modest.gets();
        var worker = peer().sends(CAN_DO, "f").sends(GRAB_JOB);
        worker.gets();

        var packets = new ArrayList<>(Collections.nCopies(100, Packet.ofText(WORK_STATUS, "H:test:1", "1", "2")));
        packets.add(Packet.ofText(GET_STATUS_UNIQUE, "u"));
        worker.sends(packets.toArray(Packet[]::new)); // nearly a megabyte for each client

        assertThat(Integer.parseInt(worker.gets().text(5)))
                .as("who waits still")
                .isPositive()
                .isLessThanOrEqualTo(1 + 3 * TIMES);
        for (int report = 0; report < 100; report++) {
            assertThat(modest.gets().type()).isEqualTo(WORK_STATUS);
        }
    }
}
