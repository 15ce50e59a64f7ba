package io.gearmancdi.driver.worker;

import io.gearmancdi.JobHandle;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.payload.Payloads;
import io.gearmancdi.spi.WorkListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * What all workers share.
 *
 * @param loop the I/O thread
 * @param executor runs jobs
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
        Executor executor,
        ConnectionSettings connections,
        List<ServerAddress> servers,
        Payloads payloads,
        List<WorkListener> listeners,
        Consumer<JobHandle> ended,
        Duration pollInterval,
        Duration shutdownTimeout,
        boolean interruptOnLoss) {

    /**
     * Runs something that ends, on the executor; on a thread of its own where the executor refuses. The I/O thread asks:
     * managed executors run a task as whoever asked for it.
     */
    void execute(Runnable task) {
        loop.execute(() -> {
            try {
                executor.execute(task);
            } catch (RejectedExecutionException e) {
                loop.newThread(task).start();
            }
        });
    }
}
