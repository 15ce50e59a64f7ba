package io.gearmancdi.server.store;

import io.gearmancdi.server.engine.StoredJob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Appends records to one file, through a buffer that it shares with the file before. */
final class LogWriter {
    private static final byte[] NOTHING = {};

    private final Volume.LogFile file;
    private final ByteBuffer buffer;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer fixed = ByteBuffer.allocate(Format.FIXED);
    private final ByteBuffer prefix = ByteBuffer.allocate(Format.PREFIX);
    private long size;

    LogWriter(Volume.LogFile file, ByteBuffer buffer, long place, long highest) throws IOException {
        this.file = file;
        this.buffer = buffer;
        var header = ByteBuffer.allocate(Format.HEADER)
                .put(Format.MAGIC)
                .putInt(Format.VERSION)
                .putLong(place)
                .putLong(highest);
        checksum.update(header.array(), 0, header.position());
        header.putInt((int) checksum.getValue());
        put(header.array(), header.position());
    }

    Volume.LogFile file() {
        return file;
    }

    long size() {
        return size;
    }

    boolean isPending() {
        return buffer.position() > 0;
    }

    void accepted(StoredJob job) throws IOException {
        var reducer = job.reducer();
        var third = reducer == null ? NOTHING : reducer;
        fixed.clear()
                .putLong(job.number())
                .putLong(job.due())
                .putInt(job.lost())
                .put((byte) job.priority())
                .putInt(job.function().length)
                .putInt(job.unique().length)
                .putInt(reducer == null ? -1 : reducer.length);
        write(Format.ACCEPTED, job.function(), job.unique(), third, job.workload());
    }

    void lost(long number, int lost) throws IOException {
        fixed.clear().putLong(number).putInt(lost);
        write(Format.LOST);
    }

    void ended(long number) throws IOException {
        fixed.clear().putLong(number);
        write(Format.ENDED);
    }

    private void write(byte type, byte[]... parts) throws IOException {
        int length = fixed.position();
        for (var part : parts) {
            length = Math.addExact(length, part.length);
        }
        prefix.clear().putInt(length).putInt(0).put(type);
        checksum.reset();
        checksum.update(prefix.array(), 0, Format.PREFIX);
        checksum.update(fixed.array(), 0, fixed.position());
        for (var part : parts) {
            checksum.update(part, 0, part.length);
        }
        prefix.putInt(Integer.BYTES, (int) checksum.getValue());
        put(prefix.array(), Format.PREFIX);
        put(fixed.array(), fixed.position());
        for (var part : parts) {
            put(part, part.length);
        }
    }

    private void put(byte[] bytes, int length) throws IOException {
        size += length;
        for (int done = 0; done < length; ) {
            int some = Math.min(length - done, buffer.remaining());
            buffer.put(bytes, done, some);
            done += some;
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
    }

    /** All of it is with the operating system then. */
    void flush() throws IOException {
        if (isPending()) {
            file.write(buffer.flip());
            buffer.clear();
        }
    }
}
