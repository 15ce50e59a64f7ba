package io.gearmancdi.protocol;

import java.nio.ByteBuffer;

/**
 * The bytes that were read and not yet decoded. All offsets count from the first of them.
 */
final class Inbox {
    /** Enough for the traffic of an idle connection, of which there may be thousands. */
    static final int SMALLEST = 4 * 1024;

    /** More than this per read saves no time. */
    static final int LARGEST = 64 * 1024;

    private ByteBuffer bytes = ByteBuffer.allocate(SMALLEST);
    private int start;

    /**
     * Where to read to. A buffer that the last read filled grows; one that is not full is used again from its
     * beginning.
     */
    ByteBuffer target() {
        if (!bytes.hasRemaining() && bytes.capacity() < LARGEST) {
            var larger = ByteBuffer.allocate(2 * bytes.capacity());
            bytes = larger.put(bytes.flip().position(start));
        } else if (isEmpty()) {
            bytes.clear();
        } else if (start > 0) {
            bytes.flip().position(start);
            bytes.compact();
        }
        start = 0;
        return bytes;
    }

    /** Whether so many more bytes could still arrive here. */
    boolean fits(int length) {
        return length <= bytes.capacity();
    }

    int available() {
        return bytes.position() - start;
    }

    boolean isEmpty() {
        return available() == 0;
    }

    byte byteAt(int offset) {
        return bytes.get(start + offset);
    }

    int intAt(int offset) {
        return bytes.getInt(start + offset);
    }

    /** The place of a byte between two offsets, or the second offset where it is not among them. */
    int find(byte wanted, int from, int to) {
        int offset = from;
        while (offset < to && byteAt(offset) != wanted) {
            offset++;
        }
        return offset;
    }

    void skip(int length) {
        start += length;
    }

    byte[] take(int length) {
        var taken = new byte[length];
        take(length, taken);
        return taken;
    }

    void take(int length, byte[] to) {
        bytes.get(start, to, 0, length);
        start += length;
    }
}
