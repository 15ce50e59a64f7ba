package io.gearmancdi.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Gives code a request context. */
@ApplicationScoped
class RequestContexts {

    @Inject
    Instance<RequestContextController> controllers;

    /** A controller for one thread at a time: it remembers that it was the one that activated. */
    RequestContextController open() {
        return controllers.get();
    }

    void close(RequestContextController controller) {
        controllers.destroy(controller);
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
}
