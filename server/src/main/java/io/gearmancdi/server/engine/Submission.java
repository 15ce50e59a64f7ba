package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.Packet;
import org.jspecify.annotations.Nullable;

/**
 * What all the packets that submit a job have in common.
 *
 * @param due milliseconds since 1970 before which the job must not start, 0 for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Submission(
        byte[] function,
        byte[] unique,
        byte[] workload,
        byte @Nullable [] reducer,
        Priority priority,
        boolean background,
        long due) {

    private static final int UNIQUE_LIMIT = 64;
    private static final int MILLIS = 1000;

    /** Millions of years from now: sums of times stay in their range. */
    private static final long LATEST = Long.MAX_VALUE / 4;

    /** Reads any of the packets; refuses all others. */
    static Submission of(Packet packet) {
        return switch (packet.type()) {
            case SUBMIT_JOB_HIGH -> plain(packet, Priority.HIGH, false);
            case SUBMIT_JOB_HIGH_BG -> plain(packet, Priority.HIGH, true);
            case SUBMIT_JOB -> plain(packet, Priority.NORMAL, false);
            case SUBMIT_JOB_BG -> plain(packet, Priority.NORMAL, true);
            case SUBMIT_JOB_LOW -> plain(packet, Priority.LOW, false);
            case SUBMIT_JOB_LOW_BG -> plain(packet, Priority.LOW, true);
            case SUBMIT_JOB_EPOCH -> delayed(packet);
            case SUBMIT_REDUCE_JOB -> reduced(packet, false);
            case SUBMIT_REDUCE_JOB_BACKGROUND -> reduced(packet, true);
            default -> throw new IllegalArgumentException(packet.type() + " submits no job");
        };
    }

    private static Submission plain(Packet packet, Priority priority, boolean background) {
        return new Submission(packet.bytes(0), packet.bytes(1), packet.data(), null, priority, background, 0);
    }

    private static Submission delayed(Packet packet) {
        long seconds = Numbers.parse(packet.bytes(2));
        long due = Math.min(seconds, LATEST / MILLIS) * MILLIS;
        return new Submission(packet.bytes(0), packet.bytes(1), packet.data(), null, Priority.NORMAL, true, due);
    }

    private static Submission reduced(Packet packet, boolean background) {
        return new Submission(
                packet.bytes(0), packet.bytes(1), packet.data(), packet.bytes(2), Priority.NORMAL, background, 0);
    }

    boolean isUniqueTooLong() {
        return unique.length > UNIQUE_LIMIT;
    }

    /** The body of the largest packet that may give this job to a worker. */
    long assignment(int handle) {
        long names = handle + 1L + function.length + 1 + unique.length + 1 + (reducer == null ? 0 : reducer.length + 1);
        return names + workload.length;
    }

    /** The unique {@code -} stands for the workload. */
    boolean byContent() {
        return unique.length == 1 && unique[0] == '-';
    }

    byte[] key() {
        return byContent() ? workload : unique;
    }

    /** Whether it joins an equal job: one without a key never does. */
    boolean mayJoin() {
        return key().length > 0;
    }

    int keyHash() {
        return Hash.of(key());
    }
}
