package io.gearmancdi.it.soak;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** How long each job took, in the order of submission; all room is taken at once. */
final class Latencies {
    private final AtomicIntegerArray micros;

    Latencies(int jobs) {
        micros = new AtomicIntegerArray(jobs);
    }

    void took(int job, long nanos) {
        micros.set(job, (int) Math.max(1, nanos / 1000));
    }

    long p99OfFirstHalf() {
        return p99(0, micros.length() / 2);
    }

    long p99OfSecondHalf() {
        return p99(micros.length() / 2, micros.length());
    }

    private long p99(int from, int to) {
        var sorted = IntStream.range(from, to)
                .map(micros::get)
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Long.MAX_VALUE : sorted[(int) (sorted.length * 0.99)];
    }
}
