package io.gearmancdi;

import java.util.Optional;

/**
 * What {@link GearmanClient#callJob} gives back, since the job's own settings decide between foreground and background.
 */
public interface Submission {

    /** {@return the job} */
    JobHandle handle();

    /** {@return how it ended; SUCCESS for an accepted background job} */
    ReturnCode returnCode();

    /** {@return the result, if the job ran in the foreground} */
    Optional<JobResult> result();
}
