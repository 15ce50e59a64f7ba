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
    private @Nullable CompletableFuture<DrainReport> stopping;
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

    void start(LimitOverrides overrides) {
        lock.lock();
        try {
            var effective = overrides.applyTo(definition.descriptor().settings());
            switch (state) {
                case STOPPED -> begin(effective);
                case DRAINING -> afterStop = retired ? null : effective;
                case RUNNING -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin(WorkerSettings effective) {
        settings = effective;
        afterStop = null;
        state = WorkerState.RUNNING;
        stopping = null;
        if (ended.isDone()) {
            ended = new CompletableFuture<>();
        }
        var next = new WorkerRun(environment, definition, settings, events, stuck, this::limitReached);
        run = next;
        next.start();
    }

    /** Stops it for good. */
    CompletableFuture<DrainReport> retire(Duration within) {
        lock.lock();
        try {
            retired = true;
            return stop(within);
        } finally {
            lock.unlock();
        }
    }

    /** Stops it; said again while it stops, the time that ends first counts. */
    CompletableFuture<DrainReport> stop(Duration within) {
        lock.lock();
        try {
            afterStop = null;
            var current = run;
            if (stopping != null) {
                if (current != null) {
                    current.drain(within);
                }
                return stopping;
            }
            if (state == WorkerState.STOPPED || current == null) {
                return CompletableFuture.completedFuture(new DrainReport(0, List.of(), Duration.ZERO));
            }
            if (restart != null) {
                restart.cancel();
            }
            state = WorkerState.DRAINING;
            var report = current.drain(within).whenComplete((done, none) -> stopped("on request"));
            stopping = report;
            return report;
        } finally {
            lock.unlock();
        }
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

    private void stopped(String reason) {
        CompletableFuture<Void> over = null;
        lock.lock();
        try {
            state = WorkerState.STOPPED;
            run = null;
            stopping = null;
            if (afterStop != null) {
                begin(afterStop);
            } else {
                over = ended;
            }
        } finally {
            lock.unlock();
        }
        DriverLog.workerStopped(descriptor().callableName(), reason);
        if (over != null) {
            over.complete(null);
        }
    }

    private void limitReached(String reason) {
        lock.lock();
        try {
            var current = run;
            if (state == WorkerState.RUNNING && current != null) {
                current.drain().thenRun(() -> afterLimit(current, reason));
            }
        } finally {
            lock.unlock();
        }
    }

    private void afterLimit(WorkerRun ended, String reason) {
        lock.lock();
        try {
            if (run != ended || state != WorkerState.RUNNING) {
                return;
            }
            var wait = ended.untilMinimum();
            restart = environment.loop().schedule(wait.isNegative() ? Duration.ZERO : wait, () -> next(ended, reason));
        } finally {
            lock.unlock();
        }
    }

    private void next(WorkerRun ended, String reason) {
        boolean recycle = settings.onLimit() == LimitPolicy.RECYCLE;
        lock.lock();
        try {
            if (run != ended || state != WorkerState.RUNNING) {
                return;
            }
            if (recycle) {
                begin(settings);
            }
        } finally {
            lock.unlock();
        }
        if (recycle) {
            DriverLog.workerRecycled(descriptor().callableName(), reason);
        } else {
            stopped(reason);
        }
    }
}
