package io.gearmancdi.spi;

import io.gearmancdi.event.TaskEvent;

/** Gets the client's events. What it throws is logged and disturbs nobody. */
public interface TaskListener {

    /**
     * Asked once per type, when the client is built: what nobody wants is not even made.
     *
     * @param type one of the eight event types
     * @return whether {@link #on} is to be called for it
     */
    boolean wants(Class<? extends TaskEvent> type);

    /**
     * Takes an event, in the thread that {@link io.gearmancdi.event} tells.
     *
     * @param event the event
     */
    void on(TaskEvent event);
}
