package io.gearmancdi.driver.worker;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import io.gearmancdi.spi.WorkListener;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The listeners of workers, and which events anybody wants. */
final class WorkEvents {

    private final List<WorkListener> starting;
    private final List<WorkListener> executed;

    WorkEvents(List<WorkListener> listeners) {
        starting = listeners.stream().filter(WorkListener::wantsStarting).toList();
        executed = listeners.stream().filter(WorkListener::wantsExecuted).toList();
    }

    void starting(List<JobDescriptor> jobs, GearmanJob job) {
        if (!starting.isEmpty()) {
            var event = new Starting(jobs, job);
            tell(starting, event, listener -> listener.starting(event));
        }
    }

    boolean wantsExecuted() {
        return !executed.isEmpty();
    }

    void executed(List<JobDescriptor> jobs, GearmanJob job, OptionalLong remaining, ReturnCode code) {
        var event = new Executed(jobs, job, remaining, code);
        tell(executed, event, listener -> listener.executed(event));
    }

    private static void tell(List<WorkListener> listeners, Object event, Consumer<WorkListener> call) {
        for (var listener : listeners) {
            try {
                call.accept(listener);
            } catch (Throwable e) { // a listener in another language may throw what it does not declare
                DriverLog.listenerThrew(event, e);
            }
        }
    }

    private record Starting(List<JobDescriptor> jobs, GearmanJob job) implements WorkStarting {}

    private record Executed(
            List<JobDescriptor> jobs, GearmanJob job, OptionalLong iterationsRemaining, ReturnCode returnCode)
            implements WorkExecuted {}
}
