package io.gearmancdi.spi;

import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;

/** Gets the events of workers, in the job's own thread. What it throws is logged and disturbs nobody. */
public interface WorkListener {

    /** {@return whether {@link #starting} is to be called; asked once} */
    boolean wantsStarting();

    /**
     * {@return whether {@link #executed} is to be called; asked once. If so, a slot asks for its next job only after
     * it}
     */
    boolean wantsExecuted();

    /**
     * A job is about to run.
     *
     * @param event the event
     */
    void starting(WorkStarting event);

    /**
     * A job has run and its end was sent.
     *
     * @param event the event
     */
    void executed(WorkExecuted event);
}
