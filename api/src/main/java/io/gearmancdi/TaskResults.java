package io.gearmancdi;

import java.util.List;

/** How a set of tasks ended. Immutable. */
public interface TaskResults {

    /** {@return whether every foreground job completed and every background job was accepted} */
    boolean isSuccessful();

    /** {@return the outcomes, in the order in which the tasks were added} */
    List<TaskOutcome> all();

    /** {@return the outcomes that are not successful, in the same order} */
    List<TaskOutcome> failures();

    /**
     * Turns the first failure into an exception; the others are attached as suppressed.
     *
     * @return these results, if all succeeded
     * @throws GearmanException if one did not
     */
    TaskResults orThrow();
}
