package io.gearmancdi.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million jobs that wait. */
class CapacityTest {
    private static final int JOBS = 1_000_000;
    private static final int MOST_BYTES = 600;

    private static final byte[] FUNCTION = {'f'};
    private static final byte[] EMPTY = {};

    /** Counts what it is sent and keeps nothing. */
    private static final class Sink implements Outlet {
        private int packets;

        @Override
        public void send(Packet packet) {
            packets++;
        }

        @Override
        public void send(String text) {
            packets++;
        }

        @Override
        public void send(Table table) {
            table.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesLessThanSixHundredBytesEach(boolean withUniques) {
        var engine = new Engine(new Rules().settings());
        var sink = new Sink();
        var client = engine.connect(sink, "127.0.0.1");
        long before = usedBytes();
        for (int job = 0; job < JOBS; job++) {
            var unique = withUniques ? ("unique-" + job).getBytes(StandardCharsets.US_ASCII) : EMPTY;
            engine.receive(client, Packet.of(PacketType.SUBMIT_JOB_BG, FUNCTION, unique, new byte[0]), 0);
        }
        long perJob = (usedBytes() - before) / JOBS;

        assertThat(engine.jobs()).isEqualTo(JOBS);
        assertThat(perJob).as("bytes of heap for each job").isPositive().isLessThan(MOST_BYTES);
        System.getLogger(CapacityTest.class.getName())
                .log(System.Logger.Level.INFO, "{0} bytes of heap for each job, uniques: {1}", perJob, withUniques);

        var worker = engine.connect(sink, "127.0.0.1");
        engine.receive(worker, Packet.of(PacketType.CAN_DO, FUNCTION), 0);
        sink.packets = 0;
        for (int job = 0; job < JOBS; job++) {
            engine.receive(worker, Packet.of(PacketType.GRAB_JOB), 0);
        }
        assertThat(sink.packets).isEqualTo(JOBS);
        assertThat(engine.statistics().running()).isEqualTo(JOBS);
    }

    /** The least of several looks: what is garbage may take more than one collection. */
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
