package io.gearmancdi.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Frame;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OutputQueueTest {
    private final ChunkPool pool = new ChunkPool();
    private final OutputQueue queue = new OutputQueue(pool);

    private static Packet packet(int length) {
        var data = new byte[length];
        new Random(length).nextBytes(data);
        return Packet.of(PacketType.WORK_DATA, new byte[] {'H'}, data);
    }

    @RepeatedTest(20)
    void everythingArrivesInOrderHoweverLittleTheSocketTakes(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var channel = new Drip(random);
        var sent = new ArrayList<Frame>();

        for (int i = 0; i < 300; i++) {
            var packet = packet(random.nextInt(10) == 0 ? random.nextInt(600_000) : random.nextInt(9000));
            queue.add(packet);
            sent.add(packet);
            if (random.nextInt(4) == 0) {
                queue.flush(channel);
            }
        }
        while (!queue.flush(channel)) {
            assertThat(queue.size()).isPositive();
        }

        assertThat(queue.size()).isZero();
        assertThat(channel.frames()).isEqualTo(sent);
    }

    @Test
    void smallAnswersGoOutInOneWrite() throws IOException {
        var channel = new Drip(null);
        for (int i = 0; i < 200; i++) {
            queue.add(Packet.ofText(PacketType.JOB_CREATED, "H:host:" + i));
        }
        queue.add("OK\r\n");

        assertThat(queue.flush(channel)).isTrue();

        assertThat(channel.writes).isEqualTo(1);
    }

    @Test
    void aPayloadOfTheSizeOfAChunkIsNotTakenForOne() throws IOException {
        var packet = packet(ChunkPool.CHUNK);
        var data = packet.data().clone();
        var channel = new Drip(null);
        queue.add(packet);
        assertThat(queue.flush(channel)).isTrue();

        queue.add("x".repeat(5000));
        queue.add("y".repeat(5000));
        queue.add("z".repeat(5000));
        queue.flush(channel);

        assertThat(packet.data()).isEqualTo(data);
    }

    @Test
    void longTextsNeedMoreThanAChunk() throws IOException {
        var channel = new Drip(null);
        var text = "row\n".repeat(50_000);
        queue.add(text);

        assertThat(queue.flush(channel)).isTrue();
        assertThat(channel.bytes).hasToString(text);
    }

    @Test
    void oneFlushIsBoundedSoThatOthersAreServed() throws IOException {
        queue.add(packet(10_000_000));

        assertThat(queue.flush(new Drip(null))).isFalse();
        assertThat(queue.size()).isBetween(8_000_000L, 9_500_000L);
    }

    @Test
    void lengthsAreCountedAsWritten() {
        var packet = packet(100);
        queue.add(packet);

        assertThat(queue.size()).isEqualTo(Encoder.of(Magic.RESPONSE).length(packet));
        queue.clear();
        assertThat(queue.size()).isZero();
    }

    /** Takes a random part of what it is given, or everything. */
    private static final class Drip implements GatheringByteChannel {
        private final @Nullable Random random;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int writes;

        Drip(@Nullable Random random) {
            this.random = random;
        }

        List<Frame> frames() {
            var decoder = Decoder.ofResponses(1 << 24);
            var frames = new ArrayList<Frame>();
            var all = ByteBuffer.wrap(bytes.toByteArray());
            while (all.hasRemaining()) {
                var target = decoder.target();
                while (all.hasRemaining() && target.hasRemaining()) {
                    target.put(all.get());
                }
                for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
                    frames.add(frame);
                }
            }
            return frames;
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            writes++;
            long taken = 0;
            int most = random == null ? Integer.MAX_VALUE : random.nextInt(100_000);
            for (int i = offset; i < offset + length; i++) {
                while (sources[i].hasRemaining() && taken < most) {
                    bytes.write(sources[i].get());
                    taken++;
                }
            }
            return taken;
        }

        @Override
        public long write(ByteBuffer[] sources) {
            return write(sources, 0, sources.length);
        }

        @Override
        public int write(ByteBuffer source) {
            return (int) write(new ByteBuffer[] {source}, 0, 1);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
