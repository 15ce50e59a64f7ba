package io.gearmancdi.driver.worker;

import io.gearmancdi.DrainReport;
import io.gearmancdi.LimitOverrides;
import io.gearmancdi.LimitPolicy;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.WorkerState;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.spi.WorkerDefinition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Starts, stops and recycles one worker. Thread-safe. */
final class WorkerController {

    private final WorkerEnvironment environment;
    private final WorkerDefinition definition;
    private final WorkEvents events;
    private final StuckThreads stuck;
    private final ReentrantLock lock = new ReentrantLock();
    private WorkerState state = WorkerState.STOPPED;
    private WorkerSettings settings;
    private @Nullable WorkerSettings afterStop;
    private @Nullable WorkerRun run;
    private @Nullable Timer restart;
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
    private boolean retired;

    WorkerController(WorkerEnvironment environment, WorkerDefinition definition, WorkEvents events) {
        this.environment = environment;
        this.definition = definition;
        this.events = events;
        this.stuck = new StuckThreads(definition.descriptor().callableName(), this::resume);
        this.settings = definition.descriptor().settings();
    }

    WorkerDescriptor descriptor() {
        return definition.descriptor();
    }

    WorkerDefinition definition() {
        return definition;
    }

    WorkerState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    CompletionStage<Void> whenStopped() {
        lock.lock();
        try {
            return ended.copy();
        } finally {
            lock.unlock();
        }
    }

    /** {@return false if it was stopped for good} */
    boolean start(LimitOverrides overrides) {
        lock.lock();
        try {
            if (retired) {
                return false;
            }
            var effective = overrides.applyTo(definition.descriptor().settings());
            switch (state) {
                case STOPPED -> {
                    ended = new CompletableFuture<>();
                    begin(effective);
                }
                case DRAINING -> afterStop = effective;
                case RUNNING -> {}
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void begin(WorkerSettings effective) {
        // Before anything says that the worker runs: without an I/O thread it does not
        environment.loop().start();
        settings = effective;
        afterStop = null;
        state = WorkerState.RUNNING;
        var next = new WorkerRun(environment, definition, settings, events, stuck, this::limitReached);
        run = next;
        next.start();
    }

    /** Stops it for good. */
    CompletableFuture<DrainReport> retire(Duration within) {
        lock.lock();
        try {
            retired = true;
        } finally {
            lock.unlock();
        }
        return stop(within);
    }

    /** Stops it; said again while it stops, the time that ends first counts. */
    CompletableFuture<DrainReport> stop(Duration within) {
        WorkerRun current;
        lock.lock();
        try {
            afterStop = null;
            current = run;
            if (current == null) {
                return CompletableFuture.completedFuture(new DrainReport(0, List.of(), Duration.ZERO));
            }
            state = WorkerState.DRAINING;
            if (restart != null) {
                restart.cancel();
            }
        } finally {
            lock.unlock();
        }
        return current.drain(within).thenApply(report -> {
            stopped(current, "on request");
            return report;
        });
    }

    /** A thread that was stuck is back. */
    private void resume() {
        @Nullable WorkerRun current;
        lock.lock();
        try {
            current = run;
        } finally {
            lock.unlock();
        }
        if (current != null) {
            current.locked(() -> {});
        }
    }

    /** A run is over and not to be followed by the next of its kind. Whoever says so first of several is heard. */
    private void stopped(WorkerRun over, String reason) {
        CompletableFuture<Void> told;
        lock.lock();
        try {
            if (run != over) {
                return;
            }
            state = WorkerState.STOPPED;
            run = null;
            if (afterStop != null && !retired) {
                begin(afterStop);
                told = null;
            } else {
                told = ended;
                ended = CompletableFuture.completedFuture(null);
            }
        } finally {
            lock.unlock();
        }
        DriverLog.workerStopped(descriptor().callableName(), reason);
        if (told != null) {
            // What depends on it is anybody's
            environment.executeEnd(() -> told.complete(null));
        }
    }

    private void limitReached(WorkerRun ended, String reason) {
        ended.drain().thenRun(() -> afterLimit(ended, reason));
    }

    private void afterLimit(WorkerRun ended, String reason) {
        lock.lock();
        try {
            if (isOver(ended)) {
                var wait = ended.untilMinimum();
                restart = environment
                        .loop()
                        .schedule(wait.isNegative() ? Duration.ZERO : wait, () -> next(ended, reason));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is up to the limit what follows that run: nobody has stopped it meanwhile. */
    private boolean isOver(WorkerRun ended) {
        return run == ended && state == WorkerState.RUNNING;
    }

    private void next(WorkerRun ended, String reason) {
        boolean recycle;
        lock.lock();
        try {
            if (!isOver(ended)) {
                return;
            }
            recycle = settings.onLimit() == LimitPolicy.RECYCLE && !retired;
            if (recycle) {
                begin(settings);
            }
        } finally {
            lock.unlock();
        }
        if (recycle) {
            DriverLog.workerRecycled(descriptor().callableName(), reason);
        } else {
            stopped(ended, reason);
        }
    }
}
