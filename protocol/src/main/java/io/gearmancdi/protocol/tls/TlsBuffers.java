package io.gearmancdi.protocol.tls;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/** Buffers for a record each, which go from connection to connection: one that is silent needs none. Thread-safe. */
final class TlsBuffers {

    private static final int KEPT = 64;

    private final Queue<ByteBuffer> free = new ArrayBlockingQueue<>(KEPT);

    /** An empty one of this size at least. */
    ByteBuffer take(int size) {
        var kept = free.poll();
        return kept == null || kept.capacity() < size ? ByteBuffer.allocate(size) : kept.clear();
    }

    /** One that is of no more use to whoever took it. */
    void give(ByteBuffer buffer) {
        free.offer(buffer);
    }
}
