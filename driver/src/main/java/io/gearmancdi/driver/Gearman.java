package io.gearmancdi.driver;

import io.gearmancdi.DrainReport;
import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.TlsSettings;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.spi.TaskListener;
import io.gearmancdi.spi.UniqueKeyGenerator;
import io.gearmancdi.spi.WorkListener;
import io.gearmancdi.spi.WorkerDefinition;
import io.gearmancdi.spi.WorkloadCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * The whole API in plain Java: a client and workers that share one I/O thread. Thread-safe.
 *
 * <pre>{@code
 * try (var gearman = Gearman.builder().servers(List.of(ServerAddress.parse("127.0.0.1:4730"))).build()) {
 *     gearman.workers().register("reverse", job -> new StringBuilder(job.text()).reverse(), settings -> settings);
 *     System.out.println(gearman.client().doJob("reverse", "drow").text());
 * }
 * }</pre>
 */
public interface Gearman extends AutoCloseable {

    /** {@return the client; one for all threads} */
    GearmanClient client();

    /** {@return the workers} */
    GearmanWorkers workers();

    /** {@return what operators ask servers for} */
    GearmanAdmin admin();

    /**
     * Starts the workers whose settings say autostart. Does not wait for the network; does nothing the second time.
     *
     * @throws io.gearmancdi.ClientClosedException if there are any, and this is closed
     */
    void start();

    /**
     * Drains the workers, then closes the client, the connections and the I/O thread. Waits no longer than the shutdown
     * timeout; does nothing the second time. Calls still waiting end with {@link io.gearmancdi.ClientClosedException}
     * or an unknown outcome. What became of the running jobs is logged (GCDR-015). An interrupt of the thread that
     * waits ends the patience with the jobs that run.
     */
    @Override
    void close();

    /**
     * Closes with a patience of its own, and tells what became of the running jobs. While another thread closes, this
     * makes it hurry: of the two times the first to end counts.
     *
     * @param within how long running jobs may take; then they are interrupted and handed back to their servers; zero:
     *     at once
     * @return the jobs that ended meanwhile, and those that were handed back
     */
    DrainReport close(Duration within);

    /**
     * Starts with the default settings.
     *
     * @return a builder
     */
    static Builder builder() {
        return new GearmanBuilder();
    }

    /** Collects settings. Not thread-safe. Every method returns the builder itself; bad values are refused at once. */
    interface Builder {

        /**
         * Sets the servers of the client, and of the workers that name none.
         *
         * @param servers one at least; built-in 127.0.0.1:4730
         * @return this builder
         */
        Builder servers(List<ServerAddress> servers);

        /**
         * Makes all connections secure: those of the client, of the workers, and of the administrator. None is ever
         * made without TLS then. The files are read by {@link #build()}, which throws {@code IllegalArgumentException}
         * where one cannot be used, and again with a new connection when they have changed.
         *
         * @param settings whom to trust, and who we are; built-in: no TLS
         * @return this builder
         */
        Builder tls(TlsSettings settings);

        /**
         * Sets what runs jobs, asynchronous events and completions. It is never shut down by the library. What it
         * refuses is tried again, or runs on a thread of its own; so does what it would run in the thread that hands it
         * over.
         *
         * @param executor runs only things that end; built-in: an own pool of daemon threads, closed with this object
         * @return this builder
         */
        Builder executor(Executor executor);

        /**
         * Sets what makes the I/O thread.
         *
         * @param threads built-in: daemon threads
         * @return this builder
         */
        Builder threadFactory(ThreadFactory threads);

        /**
         * Sets what writes and reads everything but bytes and text.
         *
         * @param codec built-in: one that refuses with a clear error
         * @return this builder
         */
        Builder codec(WorkloadCodec codec);

        /**
         * Sets what makes the uniques of submissions.
         *
         * @param generator built-in: see {@link #generateUniqueKeys}
         * @return this builder
         */
        Builder uniqueKeys(UniqueKeyGenerator generator);

        /**
         * Sets whether submissions without a unique get one from their content, so that equal jobs become one.
         *
         * @param on built-in true: background jobs get the MD5 of name and workload, foreground jobs a content key of
         *     their own; false: background jobs get a random key, foreground jobs none
         * @return this builder
         */
        Builder generateUniqueKeys(boolean on);

        /**
         * Adds a listener for the client's events.
         *
         * @param listener the listener
         * @return this builder
         */
        Builder taskListener(TaskListener listener);

        /**
         * Adds a listener for the workers' events.
         *
         * @param listener the listener
         * @return this builder
         */
        Builder workListener(WorkListener listener);

        /**
         * Adds a worker; its jobs become known to the client. It starts with {@link Gearman#start()}.
         *
         * @param worker the worker
         * @return this builder
         */
        Builder worker(WorkerDefinition worker);

        /**
         * Sets how long a caller waits.
         *
         * @param timeout built-in 5 minutes; zero: for ever
         * @return this builder
         */
        Builder clientTimeout(Duration timeout);

        /**
         * Sets how long the making of one connection may take.
         *
         * @param timeout built-in 5 seconds
         * @return this builder
         */
        Builder connectTimeout(Duration timeout);

        /**
         * Sets how many submissions of one client connection may be outstanding before callers have to wait.
         *
         * @param count built-in 100,000
         * @return this builder
         */
        Builder maxPending(int count);

        /**
         * Sets what a submission does that finds {@link #maxPending} others outstanding or {@link #maxBufferSize} bytes
         * waiting.
         *
         * @param on true: it fails at once with a {@link io.gearmancdi.BufferFullException}; built-in false: its caller
         *     waits, at the longest until the timeout of the call, and only then it fails
         * @return this builder
         */
        Builder failWhenFull(boolean on);

        /**
         * Sets how many bytes of one connection may wait to be written. A submission that finds as many waits or fails,
         * see {@link #failWhenFull}; what a running job sends waits, at the longest for the {@link #connectTimeout},
         * and then throws a {@link io.gearmancdi.BufferFullException} into the job. Each thread may exceed it by one
         * packet.
         *
         * @param bytes built-in 64 MiB; 1 at least
         * @return this builder
         */
        Builder maxBufferSize(int bytes);

        /**
         * Sets what becomes of a job whose connection is lost while it runs. Its result is sent to nobody in either
         * case: the server gives the job to another worker.
         *
         * @param on true: its thread is interrupted; built-in false: it finishes
         * @return this builder
         */
        Builder interruptOnConnectionLoss(boolean on);

        /**
         * Sets how large the joined data of one result may grow.
         *
         * @param bytes built-in 64 MiB
         * @return this builder
         */
        Builder maxResultSize(int bytes);

        /**
         * Sets how large the body of a packet may be, in both directions.
         *
         * @param bytes built-in 16 MiB
         * @return this builder
         */
        Builder maxPacketSize(int bytes);

        /**
         * Sets the waits between attempts to reconnect; they grow exponentially with full jitter.
         *
         * @param initial built-in 100 ms
         * @param max built-in 30 s
         * @return this builder
         */
        Builder reconnectDelay(Duration initial, Duration max);

        /**
         * Sets how long a connection may be silent before its server is asked for an echo; a server that does not
         * answer within the same time is taken for dead.
         *
         * @param interval built-in 30 s; zero: never
         * @return this builder
         */
        Builder heartbeat(Duration interval);

        /**
         * Sets how often an idle worker asks for jobs unasked: servers do not tell when a delayed job falls due. Such a
         * job starts so much after its time at most.
         *
         * @param interval built-in half a second
         * @return this builder
         */
        Builder pollInterval(Duration interval);

        /**
         * Sets how long {@link Gearman#close} waits for running jobs.
         *
         * @param timeout built-in 25 s
         * @return this builder
         */
        Builder shutdownTimeout(Duration timeout);

        /**
         * Builds the whole. Nothing is connected and no thread started before it is needed.
         *
         * @return client and workers
         */
        Gearman build();
    }
}
