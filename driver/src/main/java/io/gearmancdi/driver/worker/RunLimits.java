package io.gearmancdi.driver.worker;

import io.gearmancdi.WorkerSettings;
import io.gearmancdi.driver.io.IoLoop;
import java.time.Duration;
import java.util.function.Consumer;

/** What ends a run by itself, and how long it lasts at least. Guarded by the lock of the run. */
final class RunLimits {

    private final WorkerSettings settings;
    private final Drain drain;
    private final IoLoop loop;
    private final Consumer<String> onLimit;
    private final long started = System.nanoTime();
    private boolean reached;

    /** @param onLimit told the reason on the I/O thread, once, unless the run drains already */
    RunLimits(WorkerSettings settings, Drain drain, IoLoop loop, Consumer<String> onLimit) {
        this.settings = settings;
        this.drain = drain;
        this.loop = loop;
        this.onLimit = onLimit;
    }

    /** As many jobs have begun as may. */
    void exhausted() {
        reached(settings.iterations() + " iterations");
    }

    /** No job has come for as long as the worker may wait. */
    void idle() {
        reached("idle for " + settings.timeout().toSeconds() + " s");
    }

    private void reached(String reason) {
        if (!reached && !drain.isBegun()) {
            reached = true;
            loop.execute(() -> onLimit.accept(reason));
        }
    }

    /** How long the run has still to last; any thread. */
    Duration untilMinimum() {
        return settings.minimumExecutionTime().minusNanos(System.nanoTime() - started);
    }
}
