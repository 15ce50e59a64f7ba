package io.gearmancdi.server.engine;

import org.jspecify.annotations.Nullable;

/**
 * What outlives the process of a background job. Its arrays are shared, never changed.
 *
 * @param number what its handle ends with
 * @param function the name of its function
 * @param unique its unique, empty for none
 * @param workload its workload
 * @param reducer the reducer it was submitted with
 * @param priority 0 high, 1 normal, 2 low
 * @param due milliseconds since 1970 before which it must not start, 0 for none
 * @param lost how many workers it has lost
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredJob(
        long number,
        byte[] function,
        byte[] unique,
        byte[] workload,
        byte @Nullable [] reducer,
        int priority,
        long due,
        int lost) {

    static StoredJob of(Job job) {
        return new StoredJob(
                job.number,
                job.function.name.bytes,
                job.unique,
                job.workload,
                job.reducer,
                job.priority.place(),
                job.state == Job.State.DELAYED ? job.due : 0, // the end of a run otherwise
                job.lost);
    }

    Submission submission() {
        return new Submission(function, unique, workload, reducer, Priority.IN_ORDER.get(priority), true, due);
    }
}
