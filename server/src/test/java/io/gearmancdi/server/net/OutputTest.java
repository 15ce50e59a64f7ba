package io.gearmancdi.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.TextLine;
import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.EngineSettings;
import io.gearmancdi.server.engine.Outlet;
import io.gearmancdi.server.engine.Peer;
import io.gearmancdi.server.engine.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTest {
    private static final int JOBS = 100_000;
    private static final int LITTLE = 128 * 1024;

    private final Engine engine =
            new Engine(new EngineSettings("H:h:", "1", 1, 0, 0, false, false, false, 1 << 20, 0, 512, 1000));
    private final Output output = new Output(new ChunkPool());
    private final Peer peer = engine.connect(
            new Outlet() {
                @Override
                public void send(Packet packet) {
                    output.add(packet);
                }

                @Override
                public void send(String text) {
                    output.add(text);
                }

                @Override
                public void send(Table table) {
                    output.add(table);
                }
            },
            "127.0.0.1");

    /** Takes everything, or nothing. */
    private static final class Sheet implements GatheringByteChannel {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private boolean full;

        @Override
        public int write(ByteBuffer source) {
            int length = full ? 0 : source.remaining();
            var bytes = new byte[length];
            source.get(bytes);
            written.writeBytes(bytes);
            return length;
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            return IntStream.range(offset, offset + length)
                    .mapToLong(i -> write(sources[i]))
                    .sum();
        }

        @Override
        public long write(ByteBuffer[] sources) {
            return write(sources, 0, sources.length);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}

        String text() {
            return written.toString(UTF_8);
        }
    }

    private void submit(int jobs) {
        for (int job = 0; job < jobs; job++) {
            engine.receive(peer, Packet.ofText(PacketType.SUBMIT_JOB_BG, "f", "", ""), 0);
        }
        output.clear();
    }

    private void types(String line) {
        engine.receive(peer, new TextLine(line), 0);
    }

    @Test
    void aTableIsMadeALittleInEachPass() throws IOException {
        submit(JOBS);
        var sheet = new Sheet();
        types("show jobs");

        int passes = 1;
        for (int before = 0; !output.flush(sheet); passes++) {
            assertThat(sheet.written.size() - before).isPositive().isLessThan(LITTLE);
            assertThat(output.isEmpty()).isFalse();
            before = sheet.written.size();
        }

        assertThat(passes).isGreaterThan(10);
        assertThat(sheet.text().lines()).hasSize(JOBS + 1).endsWith(".");
        assertThat(output.isEmpty()).isTrue();
    }

    @Test
    void ofATableThatNobodyReadsLittleIsMade() throws IOException {
        submit(JOBS);
        var sheet = new Sheet();
        sheet.full = true;
        types("show jobs");

        for (int pass = 0; pass < 100; pass++) {
            assertThat(output.flush(sheet)).isFalse();
        }

        assertThat(output.size()).isPositive().isLessThan(LITTLE);
    }

    @Test
    void whatIsAskedAfterATableIsAnsweredAfterIt() throws IOException {
        submit(10_000);
        var sheet = new Sheet();
        types("show jobs");
        types("getpid");
        types("show unique jobs");
        engine.receive(peer, Packet.ofText(PacketType.ECHO_REQ, "between"), 0);
        types("status");
        types("version");
        while (!output.flush(sheet)) {
            assertThat(output.isEmpty()).isFalse();
        }

        assertThat(sheet.text())
                .startsWith("H:h:1\t0\t0\t1\n")
                .contains("H:h:10000\t0\t0\t1\n.\nOK 1\n\n\n", "\n\n.\n\0RES")
                .endsWith("betweenf\t10000\t0\t0\n.\nOK 1\n");
        assertThat(output.size()).isZero();
    }

    @Test
    void tablesThatWaitCountAsWhatIsBehind() {
        types("show jobs");
        for (int table = 0; table < 1000; table++) {
            types("show jobs");
        }
        assertThat(output.size()).isGreaterThan(10_000);

        output.clear();
        assertThat(output.size()).isZero();
        assertThat(output.isEmpty()).isTrue();
    }
}
