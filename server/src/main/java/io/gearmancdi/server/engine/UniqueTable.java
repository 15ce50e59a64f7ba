package io.gearmancdi.server.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The jobs that later submissions may join, by what makes them unique within their function. */
final class UniqueTable {
    static final int MOST_EQUAL = 1000;

    private static final int SMALLEST = 64;

    private @Nullable Job[] buckets = new Job[SMALLEST];
    private int size;

    /** The job that a submission to a function joins. */
    @Nullable
    Job find(Function function, Submission submission) {
        int hash = submission.keyHash();
        for (var job = buckets[bucket(hash)]; job != null; job = job.nextByUnique) {
            if (job.uniqueHash == hash
                    && job.function == function
                    && job.byContent == submission.byContent()
                    && Arrays.equals(job.key(), submission.key())) {
                return job;
            }
        }
        return null;
    }

    /** Any job of any function that was submitted with this unique. */
    @Nullable
    Job find(byte[] unique) {
        int hash = Hash.of(unique);
        for (var job = buckets[bucket(hash)]; job != null; job = job.nextByUnique) {
            if (job.uniqueHash == hash && !job.byContent && Arrays.equals(job.unique, unique)) {
                return job;
            }
        }
        return null;
    }

    /** Whether so many functions have an equal one that one more would make the search for them slow. */
    boolean isCrowded(Submission submission) {
        int hash = submission.keyHash();
        int equal = 0;
        for (var job = buckets[bucket(hash)]; job != null; job = job.nextByUnique) {
            equal += job.uniqueHash == hash ? 1 : 0;
        }
        return equal >= MOST_EQUAL;
    }

    void add(Job job) {
        if (size++ == buckets.length) {
            resize(2 * buckets.length);
        }
        link(job);
    }

    /** Takes a job out, if it is in. */
    void remove(Job job) {
        int bucket = bucket(job.uniqueHash);
        var before = buckets[bucket];
        if (before == job) {
            buckets[bucket] = job.nextByUnique;
        } else {
            while (before != null && before.nextByUnique != job) {
                before = before.nextByUnique;
            }
            if (before == null) {
                return;
            }
            before.nextByUnique = job.nextByUnique;
        }
        job.nextByUnique = null;
        if (--size < buckets.length / 4 && buckets.length > SMALLEST) {
            resize(buckets.length / 2);
        }
    }

    /** How many buckets there are: a table that was large gives its memory back. */
    int room() {
        return buckets.length;
    }

    private void resize(int length) {
        var old = buckets;
        buckets = new Job[length];
        for (var bucket : old) {
            for (var job = bucket; job != null; ) {
                var next = job.nextByUnique;
                link(job);
                job = next;
            }
        }
    }

    private void link(Job job) {
        int bucket = bucket(job.uniqueHash);
        job.nextByUnique = buckets[bucket];
        buckets[bucket] = job;
    }

    private int bucket(int hash) {
        return (hash ^ hash >>> 16) & (buckets.length - 1);
    }
}
