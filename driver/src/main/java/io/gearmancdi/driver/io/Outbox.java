package io.gearmancdi.driver.io;

import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a connection has still to write. Small packets are gathered in direct chunks, which are used again; a
 * large payload stays in the caller's array. Appending is for any thread, taking for one thread at a time.
 */
final class Outbox {

    private static final int CHUNK = 32 * 1024;
    private static final int LARGE = 4 * 1024;
    private static final int GATHER = 64;

    private final Encoder encoder = Encoder.of(Magic.REQUEST);
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<ByteBuffer> sealed = new ArrayDeque<>();
    private @Nullable ByteBuffer tail;
    private @Nullable ByteBuffer spare;
    private final Condition room = lock.newCondition();
    private boolean closed;
    private volatile long appended;
    private volatile long written;

    /** What was written, and what is being written just now. */
    private volatile long taken;

    /** Appends a packet; returns how many bytes stand before it since the connection was made. */
    long append(Packet packet) {
        int head = encoder.headLength(packet);
        var payload = packet.arguments().length == 0 ? null : packet.data();
        boolean inline = payload == null || payload.length <= LARGE;
        lock.lock();
        try {
            var chunk = chunk(inline && payload != null ? head + payload.length : head);
            if (inline) {
                encoder.write(packet, chunk);
            } else {
                encoder.writeHead(packet, chunk);
                seal();
                sealed.add(ByteBuffer.wrap(payload));
            }
            long start = appended;
            appended = start + head + (payload == null ? 0L : payload.length);
            return start;
        } finally {
            lock.unlock();
        }
    }

    private ByteBuffer chunk(int room) {
        var current = tail;
        if (current != null && current.remaining() >= room) {
            return current;
        }
        seal();
        var next = spare;
        spare = null;
        if (next == null || next.capacity() < room) {
            next = room > CHUNK ? ByteBuffer.allocate(room) : ByteBuffer.allocateDirect(CHUNK);
        }
        tail = next;
        return next;
    }

    private void seal() {
        var current = tail;
        if (current != null && current.position() > 0) {
            sealed.add(current.flip());
            tail = null;
        }
    }

    /** What to write next, in order; empty if there is nothing. */
    ByteBuffer[] take() {
        lock.lock();
        try {
            if (sealed.size() < GATHER) {
                seal();
            }
            var buffers = new ByteBuffer[Math.min(sealed.size(), GATHER)];
            var next = sealed.iterator();
            long bytes = 0;
            for (int i = 0; i < buffers.length; i++) {
                buffers[i] = next.next();
                bytes += buffers[i].remaining();
            }
            taken = written + bytes;
            return buffers;
        } finally {
            lock.unlock();
        }
    }

    /** Of what was taken last, so many bytes were written; drops them. */
    void wrote(long bytes) {
        lock.lock();
        try {
            long gone = written + bytes;
            written = gone;
            taken = gone;
            room.signalAll();
            while (!sealed.isEmpty() && !sealed.peek().hasRemaining()) {
                var done = sealed.poll();
                if (done.isDirect()) {
                    spare = done.clear();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Bytes that were handed to the socket since the connection was made. What is being written just now counts: when
     * the connection is lost meanwhile, nobody may take it for unsent.
     */
    long written() {
        return taken;
    }

    /**
     * Waits until fewer bytes wait than the bound, or nothing is written any more.
     *
     * @param deadline on the clock of {@link System#nanoTime}
     * @return false if the deadline or an interrupt came first
     */
    boolean awaitRoom(long bound, long deadline) {
        if (waiting() < bound) {
            return true;
        }
        lock.lock();
        try {
            while (waiting() >= bound && !closed) {
                if (room.awaitNanos(deadline - System.nanoTime()) <= 0) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody needs to wait for room any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Bytes that wait. */
    long waiting() {
        // In this order: never less than none
        long gone = written;
        return appended - gone;
    }
}
