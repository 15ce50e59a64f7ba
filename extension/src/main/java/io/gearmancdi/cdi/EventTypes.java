package io.gearmancdi.cdi;

import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskCreated;
import io.gearmancdi.event.TaskData;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.TaskException;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.event.TaskWarning;
import io.gearmancdi.event.TaskWorkload;
import java.util.List;

/** The public type of an event object. */
final class EventTypes {

    private static final List<Class<? extends TaskEvent>> ALL = List.of(
            TaskCreated.class,
            TaskWorkload.class,
            TaskData.class,
            TaskWarning.class,
            TaskStatus.class,
            TaskCompleted.class,
            TaskFailed.class,
            TaskException.class);

    private EventTypes() {}

    static Class<? extends TaskEvent> of(TaskEvent event) {
        return ALL.stream().filter(type -> type.isInstance(event)).findFirst().orElse(TaskEvent.class);
    }
}
