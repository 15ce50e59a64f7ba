package io.gearmancdi.spi;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobDescriptor;
import org.jspecify.annotations.Nullable;

/** What one slot works with: runs one job at a time. */
public interface WorkerInstance {

    /**
     * Does a job, on the executor.
     *
     * @param descriptor which of the worker's jobs
     * @param job the job
     * @return the result, encoded as a workload is; a {@code CompletionStage} ends the job when it ends
     * @throws Exception what fails the job
     */
    @Nullable
    Object handle(JobDescriptor descriptor, GearmanJob job) throws Exception;

    /** Destroys the instance, on the executor, after its last job. */
    void destroy();
}
