package io.gearmancdi.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives code a request context. Controllers are lent and come back, so there are never more than were in use at once;
 * they are destroyed with this bean.
 */
@ApplicationScoped
class RequestContexts {

    @Inject
    Instance<RequestContextController> controllers;

    private final Queue<RequestContextController> idle = new ConcurrentLinkedQueue<>();

    /** An {@code Instance} keeps what it made, and OpenWebBeans keeps it where only one thread may come at a time. */
    private final Lock making = new ReentrantLock();

    /** A controller for one thread at a time: it remembers that it was the one that activated. */
    RequestContextController open() {
        var known = idle.poll();
        return known != null ? known : make();
    }

    private RequestContextController make() {
        making.lock();
        try {
            return controllers.get();
        } finally {
            making.unlock();
        }
    }

    void close(RequestContextController controller) {
        idle.add(controller);
    }

    /** Runs code in the request context of its thread, or in a new one where there is none. */
    void run(Runnable code) {
        var controller = open();
        boolean activated = controller.activate();
        try {
            code.run();
        } finally {
            if (activated) {
                controller.deactivate();
            }
            close(controller);
        }
    }

    /** {@link #run} for what has a result. */
    <T> T call(Callable<T> code) throws Exception {
        var controller = open();
        boolean activated = controller.activate();
        try {
            return code.call();
        } finally {
            if (activated) {
                controller.deactivate();
            }
            close(controller);
        }
    }
}
