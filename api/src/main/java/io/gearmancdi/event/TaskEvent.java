package io.gearmancdi.event;

import io.gearmancdi.GearmanTask;
import java.time.Instant;

/** Something happened to a submission of this client. */
public sealed interface TaskEvent
        permits TaskCreated, TaskWorkload, TaskData, TaskWarning, TaskStatus, TaskCompleted, TaskFailed, TaskException {

    /** {@return the submission} */
    GearmanTask task();

    /** {@return when the library learnt of it} */
    Instant at();
}
