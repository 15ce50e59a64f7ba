package io.gearmancdi.cdi;

import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import io.gearmancdi.spi.WorkListener;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import java.util.concurrent.Executor;

/** Hands the workers' events to observers. */
final class WorkEventBridge implements WorkListener {

    private final Event<WorkStarting> starting;
    private final Event<WorkExecuted> executed;
    private final ObservedTypes observed;
    private final RequestContexts contexts;
    private final NotificationOptions options;

    WorkEventBridge(
            Event<WorkStarting> starting,
            Event<WorkExecuted> executed,
            ObservedTypes observed,
            RequestContexts contexts,
            Executor executor) {
        this.starting = starting;
        this.executed = executed;
        this.observed = observed;
        this.contexts = contexts;
        this.options = NotificationOptions.ofExecutor(executor);
    }

    @Override
    public boolean wantsStarting() {
        return observed.hasSync(WorkStarting.class) || observed.hasAsync(WorkStarting.class);
    }

    @Override
    public boolean wantsExecuted() {
        return observed.hasSync(WorkExecuted.class) || observed.hasAsync(WorkExecuted.class);
    }

    @Override
    public void starting(WorkStarting event) {
        fire(starting, event, WorkStarting.class);
    }

    @Override
    public void executed(WorkExecuted event) {
        fire(executed, event, WorkExecuted.class);
    }

    private <E> void fire(Event<E> events, E event, Class<E> type) {
        if (observed.hasAsync(type)) {
            events.fireAsync(event, options).whenComplete((done, thrown) -> {
                if (thrown != null) {
                    ExtensionLog.observerThrew(type, thrown);
                }
            });
        }
        if (observed.hasSync(type)) {
            contexts.run(() -> events.fire(event));
        }
    }
}
