package io.gearmancdi.server.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Small buffers for small packets, used again and again by all connections of a loop. */
final class ChunkPool {
    static final int CHUNK = 8 * 1024;

    private static final int KEPT = 64;

    private final Deque<ByteBuffer> free = new ArrayDeque<>(KEPT);

    /** An empty chunk. */
    ByteBuffer take() {
        var chunk = free.poll();
        return chunk != null ? chunk.clear() : ByteBuffer.allocate(CHUNK);
    }

    /** Takes any buffer and keeps it if it is a chunk; payloads, which are not ours to overwrite, are read-only. */
    void give(ByteBuffer buffer) {
        if (!buffer.isReadOnly() && buffer.capacity() == CHUNK && free.size() < KEPT) {
            free.push(buffer);
        }
    }
}
