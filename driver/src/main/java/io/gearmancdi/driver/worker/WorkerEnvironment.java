package io.gearmancdi.driver.worker;

import io.gearmancdi.JobHandle;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.Handover;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.payload.Payloads;
import io.gearmancdi.spi.WorkListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What all workers share.
 *
 * @param loop the I/O thread
 * @param handover brings turns, and what else ends, to the executor
 * @param connections how connections are made
 * @param servers for workers that name none
 * @param payloads writes and reads
 * @param listeners hear of jobs
 * @param ended remembers jobs that ended
 * @param pollInterval how often an idle worker asks unasked
 * @param shutdownTimeout how long closing waits for jobs
 * @param interruptOnLoss whether a job is interrupted when its connection is lost
 */
public record WorkerEnvironment(
        IoLoop loop,
        Handover handover,
        ConnectionSettings connections,
        List<ServerAddress> servers,
        Payloads payloads,
        List<WorkListener> listeners,
        Consumer<JobHandle> ended,
        Duration pollInterval,
        Duration shutdownTimeout,
        boolean interruptOnLoss) {

    /** How long the executor has to begin with what closing waits for. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Runs something that ends, on the executor. Any thread; the I/O thread asks. */
    void execute(Runnable task) {
        loop.execute(() -> handover.execute(task));
    }

    /** As {@link #execute}, for the end of a run: an executor that dies with its application must not swallow it. */
    void executeEnd(Runnable task) {
        loop.execute(() -> handover.execute(task, PATIENCE));
    }
}
