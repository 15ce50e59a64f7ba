package io.gearmancdi.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the container makes and destroys. */
@ApplicationScoped
public class Counters {

    private final AtomicInteger instances = new AtomicInteger();
    private final AtomicInteger destroyedInstances = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger destroyedRequests = new AtomicInteger();
    private final AtomicInteger destroyedLasting = new AtomicInteger();

    /** Made by the container. */
    public Counters() {}

    int instanceCreated() {
        return instances.incrementAndGet();
    }

    void instanceDestroyed() {
        destroyedInstances.incrementAndGet();
    }

    int requestCreated() {
        return requests.incrementAndGet();
    }

    void requestDestroyed() {
        destroyedRequests.incrementAndGet();
    }

    void lastingDestroyed() {
        destroyedLasting.incrementAndGet();
    }

    /** {@return how often the worker was destroyed that lasts} */
    public int destroyedLasting() {
        return destroyedLasting.get();
    }

    /** {@return how many workers live} */
    public int livingInstances() {
        return instances.get() - destroyedInstances.get();
    }

    /** {@return how many requests live} */
    public int livingRequests() {
        return requests.get() - destroyedRequests.get();
    }
}
