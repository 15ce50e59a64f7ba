package io.gearmancdi.event;

import io.gearmancdi.JobResult;

/** The job has failed: WORK_FAIL. */
public non-sealed interface TaskFailed extends TaskEvent {

    /** {@return the failed result} */
    JobResult result();
}
