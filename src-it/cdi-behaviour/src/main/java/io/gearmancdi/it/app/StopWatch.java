package io.gearmancdi.it.app;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.util.concurrent.atomic.AtomicLong;

/** Notes when the library has stopped: observes the same events just behind it. */
@ApplicationScoped
public class StopWatch {

    private static final int BEHIND_THE_LIBRARY = Integer.MIN_VALUE + 1;

    private AtomicLong stopped = new AtomicLong();

    /** Made by the container. */
    public StopWatch() {}

    /**
     * Gives it a place that outlives the container.
     *
     * @param place gets the time of {@link System#nanoTime}
     */
    public void noteIn(AtomicLong place) {
        stopped = place;
    }

    void shutDown(@Observes @Priority(BEHIND_THE_LIBRARY) Shutdown event) {
        stopped.compareAndSet(0, System.nanoTime());
    }

    void ending(@Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(BEHIND_THE_LIBRARY) Object event) {
        stopped.compareAndSet(0, System.nanoTime());
    }
}
