package io.gearmancdi.driver.worker;

import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.spi.WorkerDefinition;
import io.gearmancdi.spi.WorkerInstance;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The instances that the slots of one run work with: one for each busy slot, the last one used first. Thread-safe. */
final class Instances {

    private final WorkerDefinition definition;
    private final Deque<WorkerInstance> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Instances(WorkerDefinition definition) {
        this.definition = definition;
    }

    WorkerInstance take() throws Exception {
        var instance = idle.pollFirst();
        return instance != null ? instance : definition.newInstance();
    }

    void giveBack(WorkerInstance instance) {
        idle.addFirst(instance);
        if (closed) {
            destroyAll();
        }
    }

    /** Destroys what is idle, now and later. */
    void destroyAll() {
        closed = true;
        for (var instance = idle.poll(); instance != null; instance = idle.poll()) {
            destroy(instance);
        }
    }

    static void destroy(WorkerInstance instance) {
        try {
            instance.destroy();
        } catch (Throwable e) { // an instance in another language may throw what it does not declare
            DriverLog.internal("destroying a worker instance", e);
        }
    }
}
