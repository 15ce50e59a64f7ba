package io.gearmancdi.cdi;

import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.spi.EmbeddedServer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Holds the one {@link Gearman} of the application: built when it is needed first, started once, stopped once. */
@ApplicationScoped
class GearmanRuntime {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable RunningGearman running;
    private boolean started;
    private boolean stopped;

    @Inject
    Assembly assembly;

    GearmanWorkers workers() {
        return running().workers();
    }

    /**
     * The client and what operators ask, built if need be.
     *
     * @throws io.gearmancdi.discovery.InvalidDeploymentException if annotations or configuration are wrong
     */
    Gearman gearman() {
        return running().gearman();
    }

    /**
     * The job server inside this process.
     *
     * @throws IllegalStateException if the application has not started one
     */
    EmbeddedServer embeddedServer() {
        return running()
                .server()
                .orElseThrow(() -> new IllegalStateException(
                        "No job server runs inside this application: gearman.embedded-server is never, or is auto and"
                                + " another server was there"));
    }

    void start() {
        lock.lock();
        try {
            if (!started && !stopped) {
                running().start();
                started = true;
            }
        } finally {
            lock.unlock();
        }
    }

    @PreDestroy
    void stop() {
        var ending = beginStop();
        // Without the lock: jobs that end now may still submit jobs
        if (ending != null) {
            ending.stop();
        }
    }

    private @Nullable RunningGearman beginStop() {
        lock.lock();
        try {
            var ending = stopped ? null : running;
            stopped = true;
            return ending;
        } finally {
            lock.unlock();
        }
    }

    private RunningGearman running() {
        lock.lock();
        try {
            if (stopped && running == null) {
                throw new IllegalStateException("The application has ended");
            }
            if (running == null) {
                running = assembly.assemble();
            }
            return running;
        } finally {
            lock.unlock();
        }
    }
}
