package io.gearmancdi.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one connection: small packets side by side in chunks, large payloads as the arrays they
 * came in.
 */
final class OutputQueue {
    private static final int BUFFERS_PER_WRITE = 64;

    /** More at once gains nothing, and the JDK keeps a copy outside the heap as large as the largest write. */
    private static final int BYTES_PER_WRITE = 256 * 1024;

    private static final int BYTES_PER_FLUSH = 4 * BYTES_PER_WRITE;

    private final Encoder encoder = Encoder.of(Magic.RESPONSE);
    private final ChunkPool pool;
    private final Deque<ByteBuffer> sealed = new ArrayDeque<>();
    private @Nullable ByteBuffer open;
    private long size;
    private long written;

    OutputQueue(ChunkPool pool) {
        this.pool = pool;
    }

    /** The bytes that wait. */
    long size() {
        return size;
    }

    /** The bytes that channels have taken so far. */
    long written() {
        return written;
    }

    void add(Packet packet) {
        int length = encoder.length(packet);
        if (length <= ChunkPool.CHUNK) {
            encoder.write(packet, room(length));
        } else {
            int head = encoder.headLength(packet);
            encoder.writeHead(packet, hasRoom(head) ? room(head) : exactly(head));
            seal();
            sealed.add(ByteBuffer.wrap(packet.data()).asReadOnlyBuffer());
        }
        size += length;
    }

    void add(String text) {
        var bytes = text.getBytes(ISO_8859_1);
        (bytes.length <= ChunkPool.CHUNK ? room(bytes.length) : exactly(bytes.length)).put(bytes);
        size += bytes.length;
    }

    private boolean hasRoom(int length) {
        return open != null && open.remaining() >= length;
    }

    private ByteBuffer room(int length) {
        return open != null && open.remaining() >= length ? open : open(pool.take());
    }

    private ByteBuffer exactly(int length) {
        return open(ByteBuffer.allocate(length));
    }

    private ByteBuffer open(ByteBuffer buffer) {
        seal();
        open = buffer;
        return buffer;
    }

    private void seal() {
        if (open != null) {
            sealed.add(open.flip());
            open = null;
        }
    }

    /**
     * Writes what the channel takes, but not so much that others have to wait for long.
     *
     * @return whether nothing is left
     */
    boolean flush(GatheringByteChannel channel) throws IOException {
        seal();
        var batch = new ByteBuffer[Math.min(sealed.size(), BUFFERS_PER_WRITE)];
        long before = size;
        while (size > 0 && before - size < BYTES_PER_FLUSH) {
            if (!write(channel, batch)) {
                return false;
            }
        }
        return size == 0;
    }

    /** Gives back what is not going to be written any more. */
    void clear() {
        seal();
        sealed.forEach(pool::give);
        sealed.clear();
        size = 0;
    }

    /** One write; false where the channel took less than it was given. */
    private boolean write(GatheringByteChannel channel, ByteBuffer[] batch) throws IOException {
        int count = 0;
        int bytes = 0;
        var buffers = sealed.iterator();
        while (count < batch.length && bytes < BYTES_PER_WRITE && buffers.hasNext()) {
            batch[count] = buffers.next();
            bytes += Math.min(batch[count++].remaining(), BYTES_PER_WRITE);
        }
        var last = batch[count - 1];
        int limit = last.limit();
        int excess = Math.max(0, last.remaining() - BYTES_PER_WRITE);
        last.limit(limit - excess);
        long taken = count == 1 ? channel.write(last) : channel.write(batch, 0, count);
        last.limit(limit);
        size -= taken;
        written += taken;
        discardWritten();
        return taken == bytes;
    }

    private void discardWritten() {
        for (var first = sealed.peek(); first != null && !first.hasRemaining(); first = sealed.peek()) {
            pool.give(sealed.remove());
        }
    }
}
