package io.gearmancdi.event;

import io.gearmancdi.JobResult;

/** The job has thrown: WORK_EXCEPTION. It is the end; no {@link TaskFailed} follows. */
public non-sealed interface TaskException extends TaskEvent {

    /** {@return the failed result} */
    JobResult result();
}
