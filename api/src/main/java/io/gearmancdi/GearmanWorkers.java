package io.gearmancdi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The application's workers. Thread-safe; no method waits for the network. */
public interface GearmanWorkers {

    /** {@return the workers, in the order of their names} */
    List<WorkerDescriptor> list();

    /**
     * Looks a worker up.
     *
     * @param callableName its name without prefix
     * @return the worker, if there is one
     */
    Optional<WorkerDescriptor> find(String callableName);

    /**
     * Starts a worker with all its jobs. Does nothing if it runs.
     *
     * @param callableName its name
     * @throws WorkerDoesNotExistException if there is no such worker
     * @throws ClientClosedException if the application has ended, or is about to
     */
    default void start(String callableName) {
        start(callableName, LimitOverrides.none());
    }

    /**
     * Starts a worker with all its jobs and with other limits. Does nothing if it runs; one that drains starts anew
     * when it has stopped.
     *
     * @param callableName its name
     * @param overrides the limits
     * @throws WorkerDoesNotExistException if there is no such worker
     * @throws ClientClosedException if the application has ended, or is about to
     */
    void start(String callableName, LimitOverrides overrides);

    /**
     * Starts a job alone, under its own settings and in instances of its own, whether its worker runs or not. From then
     * on {@link #stop} and {@link #state} know it by its name. Does nothing if it runs; one that drains starts anew
     * when it has stopped.
     *
     * @param jobName its name without prefix
     * @param overrides the limits
     * @throws JobDoesNotExistException if there is no such job
     * @throws ClientClosedException if the application has ended, or is about to
     */
    void startJob(String jobName, LimitOverrides overrides);

    /**
     * Stops a worker: it takes no further job, finishes those it has and closes its connections.
     *
     * @param callableName its name, or that of a job started alone
     * @param within how long the running jobs may take; then they are interrupted and handed back
     * @return ends when the worker has stopped
     * @throws WorkerDoesNotExistException if there is no such worker
     */
    CompletionStage<DrainReport> stop(String callableName, Duration within);

    /**
     * Tells what a worker is doing.
     *
     * @param callableName its name, or that of a job started alone
     * @return its state now
     * @throws WorkerDoesNotExistException if there is no such worker
     */
    WorkerState state(String callableName);

    /**
     * Tells when a worker has stopped, at a limit or on request. One that recycles goes on; one that does not run has
     * stopped already.
     *
     * @param callableName its name, or that of a job started alone
     * @return ends when the worker has stopped; what depends on it runs on the executor
     * @throws WorkerDoesNotExistException if there is no such worker
     */
    CompletionStage<Void> whenStopped(String callableName);

    /**
     * Offers a function without annotations, and starts at once. In a CDI application the handler is called as a
     * {@link Job} method is: in a request of its own, with the context class loader of the thread that registers it,
     * and a transaction that it leaves open is rolled back.
     *
     * @param function the exact name on the wire, 1 to 512 bytes without NUL or white space
     * @param handler does the jobs; shared by all slots
     * @param settings changes the default settings
     * @return takes the function back
     * @throws IllegalArgumentException if the name is not legal or is taken
     * @throws ClientClosedException if the application has ended, or is about to
     */
    Registration register(String function, JobHandler handler, UnaryOperator<WorkerSettings> settings);
}
