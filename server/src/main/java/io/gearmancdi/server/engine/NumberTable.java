package io.gearmancdi.server.engine;

import org.jspecify.annotations.Nullable;

/**
 * All jobs by their number. Numbers are given in turn, so that their low bits are the best hash there is.
 */
final class NumberTable {
    private static final int SMALLEST = 64;

    private @Nullable Job[] buckets = new Job[SMALLEST];
    private int size;

    @Nullable
    Job find(long number) {
        var job = buckets[bucket(number)];
        while (job != null && job.number != number) {
            job = job.nextByNumber;
        }
        return job;
    }

    void add(Job job) {
        if (size++ == buckets.length) {
            grow();
        }
        link(job);
    }

    void remove(Job job) {
        int bucket = bucket(job.number);
        var before = buckets[bucket];
        if (before == job) {
            buckets[bucket] = job.nextByNumber;
        } else {
            while (before != null && before.nextByNumber != job) {
                before = before.nextByNumber;
            }
            if (before == null) {
                return;
            }
            before.nextByNumber = job.nextByNumber;
        }
        job.nextByNumber = null;
        size--;
    }

    int size() {
        return size;
    }

    private void grow() {
        var old = buckets;
        buckets = new Job[2 * old.length];
        for (var bucket : old) {
            for (var job = bucket; job != null; ) {
                var next = job.nextByNumber;
                link(job);
                job = next;
            }
        }
    }

    private void link(Job job) {
        int bucket = bucket(job.number);
        job.nextByNumber = buckets[bucket];
        buckets[bucket] = job;
    }

    private int bucket(long number) {
        return (int) number & (buckets.length - 1);
    }
}
