package io.gearmancdi.server.store;

import io.gearmancdi.server.engine.StoredJob;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** The jobs that are left when all records have been read in their order. */
final class Recovered {
    private record Found(StoredJob job, long place, long bytes) {}

    private final Map<Long, Found> jobs = new HashMap<>();
    private long lastNumber;

    void sawNumber(long number) {
        lastNumber = Math.max(lastNumber, number);
    }

    /** Replaces what was noted of the job before. */
    void accepted(StoredJob job, long place, long bytes) {
        sawNumber(job.number());
        jobs.put(job.number(), new Found(job, place, bytes));
    }

    void lost(long number, int lost) {
        jobs.computeIfPresent(number, (same, found) -> new Found(withLost(found.job, lost), found.place, found.bytes));
    }

    private static StoredJob withLost(StoredJob job, int lost) {
        return new StoredJob(
                job.number(),
                job.function(),
                job.unique(),
                job.workload(),
                job.reducer(),
                job.priority(),
                job.due(),
                lost);
    }

    void ended(long number) {
        sawNumber(number);
        jobs.remove(number);
    }

    long lastNumber() {
        return lastNumber;
    }

    int size() {
        return jobs.size();
    }

    /** Counts what is alive for each place. */
    void count(Places places) {
        jobs.values().forEach(found -> places.accepted(found.place, found.bytes));
    }

    /** Gives all in the order of numbers, and keeps none. */
    void give(ObjLongConsumer<StoredJob> taker) {
        jobs.values().stream()
                .sorted((one, other) -> Long.compare(one.job.number(), other.job.number()))
                .forEach(found -> taker.accept(found.job, found.place));
        jobs.clear();
    }
}
