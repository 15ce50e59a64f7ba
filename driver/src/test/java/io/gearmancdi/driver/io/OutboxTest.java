package io.gearmancdi.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What counts as written decides whether a job may be submitted again. */
class OutboxTest {

    private final Outbox outbox = new Outbox();

    @Test
    void whatNobodyTookIsNotWritten() {
        outbox.append(echo(10));

        assertThat(outbox.written()).isZero();
        assertThat(outbox.waiting()).isEqualTo(22);
    }

    @Test
    void whatIsBeingWrittenCountsAsWritten() {
        outbox.append(echo(10));
        outbox.take();

        assertThat(outbox.written()).isEqualTo(22);
    }

    @Test
    void afterAWriteOnlyWhatTheSocketTookCounts() {
        outbox.append(echo(10));
        var buffers = outbox.take();
        buffers[0].position(5);
        outbox.wrote(5);

        assertThat(outbox.written()).isEqualTo(5);
        assertThat(outbox.waiting()).isEqualTo(17);
    }

    @Test
    void aWriteThatFailedWroteNothing() {
        outbox.append(echo(10));
        outbox.take();
        outbox.wrote(0);

        assertThat(outbox.written()).isZero();
    }

    @Test
    void aLargePayloadIsNeitherCopiedNorUsedAgain() {
        var payload = new byte[32 * 1024];
        outbox.append(Packet.of(PacketType.ECHO_REQ, payload));
        var buffers = outbox.take();

        assertThat(buffers).hasSize(2);
        assertThat(buffers[1].array()).isSameAs(payload);

        long all = 0;
        for (ByteBuffer buffer : buffers) {
            all += buffer.remaining();
            buffer.position(buffer.limit());
        }
        outbox.wrote(all);
        outbox.append(echo(100));
        outbox.take();
        assertThat(payload).containsOnly(0);
    }

    private static Packet echo(int length) {
        var data = new byte[length];
        Arrays.fill(data, (byte) 'x');
        return Packet.of(PacketType.ECHO_REQ, data);
    }
}
