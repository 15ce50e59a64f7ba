package io.gearmancdi;

import org.jspecify.annotations.Nullable;

/** Does a job: the twin in code of a {@link Job} method. Runs on the application's executor, once per job. */
@FunctionalInterface
public interface JobHandler {

    /**
     * Does the job.
     *
     * @param job the job
     * @return the result, encoded as a workload is; a {@code CompletionStage} ends the job when it ends
     * @throws Exception what fails the job: {@link JobFailure} as WORK_FAIL, anything else as WORK_EXCEPTION
     */
    @Nullable
    Object handle(GearmanJob job) throws Exception;
}
