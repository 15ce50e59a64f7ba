package io.gearmancdi.cdi;

import io.gearmancdi.ForFunction;
import io.gearmancdi.GearmanTask;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.spi.TaskListener;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import java.lang.annotation.Annotation;
import java.util.concurrent.Executor;

/** Hands the client's events to observers. An event carries its job's name and, where it differs, its function. */
final class TaskEventBridge implements TaskListener {

    private final Event<TaskEvent> events;
    private final ObservedTypes observed;
    private final RequestContexts contexts;
    private final NotificationOptions options;

    TaskEventBridge(Event<TaskEvent> events, ObservedTypes observed, RequestContexts contexts, Executor executor) {
        this.events = events;
        this.observed = observed;
        this.contexts = contexts;
        this.options = NotificationOptions.ofExecutor(executor);
    }

    @Override
    public boolean wants(Class<? extends TaskEvent> type) {
        return observed.hasSync(type) || observed.hasAsync(type);
    }

    @Override
    public void on(TaskEvent event) {
        var selected = events.select(qualifiers(event.task()));
        var type = EventTypes.of(event);
        if (observed.hasAsync(type)) {
            selected.fireAsync(event, options).whenComplete((done, thrown) -> {
                if (thrown != null) {
                    ExtensionLog.observerThrew(type, thrown);
                }
            });
        }
        if (observed.hasSync(type)) {
            contexts.run(() -> selected.fire(event));
        }
    }

    private static Annotation[] qualifiers(GearmanTask task) {
        var name = ForFunction.Literal.of(task.job());
        return task.job().equals(task.function())
                ? new Annotation[] {name}
                : new Annotation[] {name, ForFunction.Literal.of(task.function())};
    }
}
