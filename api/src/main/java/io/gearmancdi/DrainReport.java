package io.gearmancdi;

import java.time.Duration;
import java.util.List;

/**
 * What happened to the jobs of a worker that was stopped.
 *
 * @param finished how many jobs ended while the worker drained
 * @param handedBack the jobs that did not end in time; their servers give them to another worker
 * @param took how long it took
 */
public record DrainReport(int finished, List<JobHandle> handedBack, Duration took) {

    /**
     * Copies the list.
     *
     * @param finished how many jobs ended while the worker drained
     * @param handedBack the jobs that did not end in time
     * @param took how long it took
     */
    public DrainReport {
        handedBack = List.copyOf(handedBack);
    }

    /** {@return whether every job ended} */
    public boolean isComplete() {
        return handedBack.isEmpty();
    }
}
