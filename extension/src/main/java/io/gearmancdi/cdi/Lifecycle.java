package io.gearmancdi.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/**
 * Starts workers when the application is ready, as the last observer, and stops them when it ends, as the first one.
 * No container fires all of these events, most fire several.
 */
@ApplicationScoped
class Lifecycle {

    @Inject
    GearmanRuntime runtime;

    @Inject
    Findings findings;

    void begun(@Observes @Initialized(ApplicationScoped.class) @Priority(Integer.MAX_VALUE) Object event) {
        startOn(StartSignal.APPLICATION_SCOPE);
    }

    void started(@Observes @Priority(Integer.MAX_VALUE) Startup event) {
        startOn(StartSignal.STARTUP);
    }

    private void startOn(StartSignal signal) {
        if (findings.startSignal() == signal) {
            runtime.start();
        }
    }

    void shutDown(@Observes @Priority(Integer.MIN_VALUE) Shutdown event) {
        runtime.stop();
    }

    void ending(@Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(Integer.MIN_VALUE) Object event) {
        runtime.stop();
    }
}
