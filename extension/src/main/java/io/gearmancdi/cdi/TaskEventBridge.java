package io.gearmancdi.cdi;

import io.gearmancdi.ForFunction;
import io.gearmancdi.GearmanTask;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.spi.TaskListener;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Hands the client's events to observers. An event carries its job's name and, where it differs, its function. */
final class TaskEventBridge implements TaskListener {

    private static final int MAX_REMEMBERED = 1_000;

    private record Names(String job, String function) {}

    private final Event<TaskEvent> events;
    private final ObservedTypes observed;
    private final RequestContexts contexts;
    private final NotificationOptions options;
    private final Map<Names, Event<TaskEvent>> selected = new ConcurrentHashMap<>();

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
        var source = source(event.task());
        var type = EventTypes.of(event);
        if (observed.hasAsync(type)) {
            source.fireAsync(event, options).whenComplete((done, thrown) -> {
                if (thrown != null) {
                    ExtensionLog.observerThrew(type, thrown);
                }
            });
        }
        if (observed.hasSync(type)) {
            contexts.run(() -> source.fire(event));
        }
    }

    private Event<TaskEvent> source(GearmanTask task) {
        var names = new Names(task.job(), task.function());
        var known = selected.get(names);
        if (known != null) {
            return known;
        }
        var source = events.select(qualifiers(names));
        // Foreign functions may be without number; those of the application are few
        if (selected.size() < MAX_REMEMBERED) {
            selected.put(names, source);
        }
        return source;
    }

    private static Annotation[] qualifiers(Names names) {
        var job = ForFunction.Literal.of(names.job());
        return names.job().equals(names.function())
                ? new Annotation[] {job}
                : new Annotation[] {job, ForFunction.Literal.of(names.function())};
    }
}
