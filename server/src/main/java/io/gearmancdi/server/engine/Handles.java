package io.gearmancdi.server.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Handles as they stand on the wire, {@code H:host:17}, and the numbers in them. */
final class Handles {
    /** Not the number of any job. */
    static final long UNKNOWN = 0;

    private static final int LONGEST_NUMBER = 18;

    private final byte[] prefix;

    Handles(String prefix) {
        this.prefix = prefix.getBytes(UTF_8);
    }

    byte[] of(Job job) {
        var digits = Long.toString(job.number).getBytes(ISO_8859_1);
        var handle = new byte[prefix.length + digits.length];
        System.arraycopy(prefix, 0, handle, 0, prefix.length);
        System.arraycopy(digits, 0, handle, prefix.length, digits.length);
        return handle;
    }

    /** How long the longest handle is. */
    int longest() {
        return prefix.length + LONGEST_NUMBER;
    }

    /** The number in a handle, {@link #UNKNOWN} where it is none of ours. Some peers send a NUL too many. */
    long number(byte[] handle) {
        int end = handle.length > 0 && handle[handle.length - 1] == 0 ? handle.length - 1 : handle.length;
        int digits = end - prefix.length;
        if (digits < 1 || digits > LONGEST_NUMBER || !startsWithPrefix(handle) || handle[prefix.length] == '0') {
            return UNKNOWN;
        }
        long number = 0;
        for (int i = prefix.length; i < end; i++) {
            if (handle[i] < '0' || handle[i] > '9') {
                return UNKNOWN;
            }
            number = 10 * number + handle[i] - '0';
        }
        return number;
    }

    private boolean startsWithPrefix(byte[] handle) {
        return Arrays.mismatch(handle, 0, prefix.length, prefix, 0, prefix.length) < 0;
    }
}
