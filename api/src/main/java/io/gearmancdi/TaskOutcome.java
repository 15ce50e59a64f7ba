package io.gearmancdi;

import java.util.Optional;

/** How one task of a set ended: with a result, as an accepted background job, or with an error of transport. */
public interface TaskOutcome {

    /** {@return the task} */
    GearmanTask task();

    /** {@return whether the foreground job completed, or the background job was accepted} */
    boolean isSuccessful();

    /** {@return the result of a foreground job, also of a failed one} */
    Optional<JobResult> result();

    /** {@return why there is no result} */
    Optional<GearmanException> error();
}
