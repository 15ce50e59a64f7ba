package io.gearmancdi.server.store;

import java.util.zip.CRC32C;

/**
 * How a file of the log looks: a header, then records, all numbers big-endian.
 *
 * <pre>
 * header  magic (8 bytes) version (4) place (8) highest number so far (8) checksum of these (4)
 * record  length of the body (4) checksum of length, type and body (4) type (1) body
 * </pre>
 */
final class Format {
    static final byte[] MAGIC = {'G', 'C', 'D', 'I', 'J', 'O', 'B', 'S'};
    static final int VERSION = 1;
    static final int HEADER = 32;
    static final int PREFIX = 9;

    /**
     * Body: number (8) due (8) lost (4) priority (1), then function, unique, reducer, each after its length (4),
     * workload.
     */
    static final byte ACCEPTED = 1;

    /** Body: number (8) lost (4). */
    static final byte LOST = 2;

    /** Body: number (8). */
    static final byte ENDED = 3;

    /** The fixed part of {@link #ACCEPTED}. */
    static final int FIXED = 33;

    private static final String NAME = "jobs-";
    private static final String EXTENSION = ".log";
    private static final int DIGITS = 12;

    private Format() {}

    static String name(long place) {
        return NAME + String.format("%0" + DIGITS + "d", place) + EXTENSION;
    }

    static boolean isName(String name) {
        return name.matches(NAME + "\\d{" + DIGITS + "}\\" + EXTENSION);
    }

    static long place(String name) {
        return Long.parseLong(name.substring(NAME.length(), NAME.length() + DIGITS));
    }

    static int checksum(byte[]... parts) {
        var checksum = new CRC32C();
        for (var part : parts) {
            checksum.update(part, 0, part.length);
        }
        return (int) checksum.getValue();
    }
}
