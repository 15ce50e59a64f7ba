package io.gearmancdi.server.store;

import io.gearmancdi.server.engine.StoredJob;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one file of the log up to its end, or up to where it is damaged. */
final class LogReader {
    private final Recovered recovered;
    private final String name;
    private final long size;
    private final long place;
    private long good;

    private LogReader(Recovered recovered, String name, long size) {
        this.recovered = recovered;
        this.name = name;
        this.size = size;
        this.place = Format.place(name);
    }

    /**
     * Takes what the file says.
     *
     * @return how many bytes at its end say nothing
     * @throws StoreException where it is not a file of this store
     */
    static long read(Volume volume, String name, Recovered into) throws IOException {
        var reader = new LogReader(into, name, volume.size(name));
        try (var in = new DataInputStream(new BufferedInputStream(volume.read(name), 1 << 16))) {
            reader.read(in);
        } catch (EOFException e) {
            // the last record or the header was not written whole
        }
        return reader.size - reader.good;
    }

    private void read(DataInputStream in) throws IOException {
        if (!readHeader(in)) {
            return;
        }
        for (var prefix = new byte[Format.PREFIX]; good < size; ) {
            in.readFully(prefix);
            var body = body(in, prefix);
            if (body == null || !take(prefix[Format.PREFIX - 1], ByteBuffer.wrap(body))) {
                return;
            }
            good += Format.PREFIX + body.length;
        }
    }

    /**
     * A file that was cut within its header, or never got one to the disk, holds no job. Everything else must be ours.
     */
    private boolean readHeader(DataInputStream in) throws IOException {
        var bytes = in.readNBytes(Format.HEADER);
        int known = Math.min(bytes.length, Format.MAGIC.length);
        if (!isBlank(bytes) && !Arrays.equals(bytes, 0, known, Format.MAGIC, 0, known)) {
            throw new StoreException(name + " is no file of a job store; it was left as it is");
        }
        if (bytes.length < Format.HEADER || isBlank(bytes)) {
            return false;
        }
        var header = ByteBuffer.wrap(bytes).position(Format.MAGIC.length);
        int version = header.getInt();
        if (version != Format.VERSION) {
            throw new StoreException(name + " has format " + version + ", this server knows " + Format.VERSION);
        }
        if (header.getLong() != place) {
            throw new StoreException(name + " was renamed, or belongs to another store");
        }
        recovered.sawNumber(header.getLong());
        if (Format.checksum(Arrays.copyOf(bytes, header.position())) != header.getInt()) {
            throw new StoreException(name + " has a damaged header");
        }
        good = Format.HEADER;
        return true;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private byte @Nullable [] body(DataInputStream in, byte[] prefix) throws IOException {
        var numbers = ByteBuffer.wrap(prefix);
        int length = numbers.getInt();
        if (length < 0 || length > size - good - Format.PREFIX) {
            return null;
        }
        int checksum = numbers.getInt();
        numbers.putInt(Integer.BYTES, 0);
        var body = new byte[length];
        in.readFully(body);
        return Format.checksum(prefix, body) == checksum ? body : null;
    }

    private boolean take(byte type, ByteBuffer body) {
        try {
            switch (type) {
                case Format.ACCEPTED -> recovered.accepted(job(body), place, Format.PREFIX + body.capacity());
                case Format.LOST -> recovered.lost(body.getLong(), body.getInt());
                case Format.ENDED -> recovered.ended(body.getLong());
                default -> {
                    return false;
                }
            }
            return true;
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            return false;
        }
    }

    private static StoredJob job(ByteBuffer body) {
        long number = body.getLong();
        long due = body.getLong();
        int lost = body.getInt();
        int priority = body.get();
        int function = body.getInt();
        int unique = body.getInt();
        int reducer = body.getInt();
        var name = bytes(body, function);
        var key = bytes(body, unique);
        var reducedBy = reducer < 0 ? null : bytes(body, reducer);
        return new StoredJob(number, name, key, bytes(body, body.remaining()), reducedBy, priority, due, lost);
    }

    private static byte[] bytes(ByteBuffer body, int length) {
        if (length > body.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        body.get(bytes);
        return bytes;
    }
}
