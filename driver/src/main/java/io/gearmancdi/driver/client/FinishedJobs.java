package io.gearmancdi.driver.client;

import io.gearmancdi.JobHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last 10,000 jobs that this application saw end. Adding is cheap, since every job does it; asking is rare. */
public final class FinishedJobs {

    private static final int SIZE = 10_000;

    private final AtomicReferenceArray<JobHandle> ring = new AtomicReferenceArray<>(SIZE);
    private final AtomicInteger next = new AtomicInteger();

    /** Makes an empty memory. */
    public FinishedJobs() {}

    /**
     * Remembers a job.
     *
     * @param handle the job
     */
    public void add(JobHandle handle) {
        ring.setRelease(Integer.remainderUnsigned(next.getAndIncrement(), SIZE), handle);
    }

    boolean contains(JobHandle handle) {
        for (int i = 0; i < SIZE; i++) {
            if (handle.equals(ring.getAcquire(i))) {
                return true;
            }
        }
        return false;
    }
}
