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
            resize(2 * buckets.length);
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
        if (--size < buckets.length / 4 && buckets.length > SMALLEST) {
            resize(buckets.length / 2);
        }
    }

    /** How many buckets there are: a table that was large gives its memory back. */
    int room() {
        return buckets.length;
    }

    int size() {
        return size;
    }

    private void resize(int length) {
        var old = buckets;
        buckets = new Job[length];
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
