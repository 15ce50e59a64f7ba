package io.gearmancdi.event;

import io.gearmancdi.JobResult;

/** The job has completed: WORK_COMPLETE. */
public non-sealed interface TaskCompleted extends TaskEvent {

    /** {@return the result} */
    JobResult result();
}
