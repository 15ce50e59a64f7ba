package io.gearmancdi.server.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * Hashes of names and uniques, which strangers choose: with a secret of this process, so that nobody can choose many
 * that meet in one place of a table. Eight bytes are multiplied with it to 128 bits, which are folded.
 */
final class Hash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long SEED = new SecureRandom().nextLong();
    private static final long FACTOR = new SecureRandom().nextLong() | 1;

    private Hash() {}

    static int of(byte[] bytes) {
        long hash = SEED + FACTOR * bytes.length;
        int at = 0;
        for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
            hash = fold(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < bytes.length; at++) {
            rest = (rest << Byte.SIZE) | (bytes[at] & 0xff);
        }
        return (int) fold(hash ^ rest);
    }

    private static long fold(long value) {
        return Math.multiplyHigh(value, FACTOR) ^ value * FACTOR;
    }
}
