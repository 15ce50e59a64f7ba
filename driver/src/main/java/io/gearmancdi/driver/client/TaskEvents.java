package io.gearmancdi.driver.client;

import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskCreated;
import io.gearmancdi.event.TaskData;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.TaskException;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.event.TaskWarning;
import io.gearmancdi.event.TaskWorkload;
import io.gearmancdi.spi.TaskListener;
import java.util.List;

/** The listeners, and which events anybody wants: others are not made. */
final class TaskEvents {

    final boolean created;
    final boolean workload;
    final boolean data;
    final boolean warning;
    final boolean status;
    final boolean completed;
    final boolean failed;
    final boolean exception;

    private final List<TaskListener> listeners;

    TaskEvents(List<TaskListener> listeners) {
        this.listeners = List.copyOf(listeners);
        created = wanted(TaskCreated.class);
        workload = wanted(TaskWorkload.class);
        data = wanted(TaskData.class);
        warning = wanted(TaskWarning.class);
        status = wanted(TaskStatus.class);
        completed = wanted(TaskCompleted.class);
        failed = wanted(TaskFailed.class);
        exception = wanted(TaskException.class);
    }

    private boolean wanted(Class<? extends TaskEvent> type) {
        return listeners.stream().anyMatch(listener -> listener.wants(type));
    }

    void fire(TaskEvent event) {
        for (var listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException | Error e) {
                DriverLog.listenerThrew(event, e);
            }
        }
    }
}
