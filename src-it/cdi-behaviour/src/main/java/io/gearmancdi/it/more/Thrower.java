package io.gearmancdi.it.more;

import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** Throws at whatever it hears. */
@ApplicationScoped
public class Thrower {

    private final AtomicInteger heard = new AtomicInteger();

    /** Made by the container. */
    public Thrower() {}

    /** {@return how often it has thrown} */
    public int heard() {
        return heard.get();
    }

    private void fail() {
        heard.incrementAndGet();
        throw new IllegalStateException("an observer is broken");
    }

    void task(@Observes TaskEvent event) {
        fail();
    }

    void starting(@Observes WorkStarting event) {
        fail();
    }

    void executed(@Observes WorkExecuted event) {
        fail();
    }
}
