package io.gearmancdi;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Submits jobs. Use one for the whole application, from any thread; as a CDI bean it is {@code @ApplicationScoped}.
 *
 * <p>Names are those of the application's own jobs, without prefix: {@code com.acme.Thumbnails~scale}. A client that
 * talks to other programs' workers uses {@link #foreign()}.
 *
 * <p>Blocking methods wait no longer than the request's timeout ({@code gearman.client.timeout}, 5 minutes). They throw
 * {@link JobDoesNotExistException}, {@link WorkloadCodecException}, {@link WorkloadTooLargeException} and
 * {@link UniqueTooLongException} before anything is sent; {@link ServerConnectionException} if no server can be
 * reached; {@link BufferFullException} if too much is outstanding; {@link QueueFullException} if the server refuses;
 * {@link JobTimeoutException} when the time has passed; {@link SubmissionUnknownException} and
 * {@link OutcomeUnknownException} if the connection is lost in between; {@link ClientClosedException} after the end of
 * the application. The asynchronous twins end their stage with the same. Interrupting a waiting thread ends its wait
 * with the unknown-outcome exceptions, keeps its interrupt status, and disturbs no other caller. A foreground job is
 * never submitted twice by the library.
 */
public interface GearmanClient {

    /**
     * Runs a foreground job and waits for its end. Events are delivered in the calling thread.
     *
     * @param request what to submit; the method DEFAULT means normal priority
     * @return how the job ended; a failed job is a value too
     * @throws IllegalArgumentException if the request's method is a background one
     */
    JobResult call(JobRequest request);

    /**
     * Queues a background job and returns when the server has accepted it.
     *
     * @param request what to submit; the method DEFAULT means background, normal priority
     * @return the job
     * @throws IllegalArgumentException if the request's method is a foreground one
     */
    JobHandle enqueue(JobRequest request);

    /**
     * As {@link #call}, without waiting. Blocks only while too much is outstanding.
     *
     * @param request what to submit; the method DEFAULT means normal priority
     * @return ends with the result; dependents run on the application's executor
     */
    CompletionStage<JobResult> callAsync(JobRequest request);

    /**
     * As {@link #enqueue}, without waiting. Blocks only while too much is outstanding.
     *
     * @param request what to submit; the method DEFAULT means background, normal priority
     * @return ends with the handle; dependents run on the application's executor
     */
    CompletionStage<JobHandle> enqueueAsync(JobRequest request);

    /**
     * Runs a foreground job of normal priority and waits for its end.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return how the job ended
     */
    default JobResult doJob(String job, @Nullable Object workload, JobOption... options) {
        return call(JobRequest.of(job, workload).method(SubmitMethod.NORMAL).with(options));
    }

    /**
     * {@return as {@link #doJob} without waiting: ends with the result}
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     */
    default CompletionStage<JobResult> doJobAsync(String job, @Nullable Object workload, JobOption... options) {
        return callAsync(
                JobRequest.of(job, workload).method(SubmitMethod.NORMAL).with(options));
    }

    /**
     * Runs a foreground job of normal priority and waits for its end; the same as {@link #doJob}.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return how the job ended
     */
    default JobResult doNormalJob(String job, @Nullable Object workload, JobOption... options) {
        return call(JobRequest.of(job, workload).method(SubmitMethod.NORMAL).with(options));
    }

    /**
     * {@return as {@link #doNormalJob} without waiting: ends with the result}
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     */
    default CompletionStage<JobResult> doNormalJobAsync(String job, @Nullable Object workload, JobOption... options) {
        return callAsync(
                JobRequest.of(job, workload).method(SubmitMethod.NORMAL).with(options));
    }

    /**
     * Runs a foreground job of high priority and waits for its end.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return how the job ended
     */
    default JobResult doHighJob(String job, @Nullable Object workload, JobOption... options) {
        return call(JobRequest.of(job, workload).method(SubmitMethod.HIGH).with(options));
    }

    /**
     * {@return as {@link #doHighJob} without waiting: ends with the result}
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     */
    default CompletionStage<JobResult> doHighJobAsync(String job, @Nullable Object workload, JobOption... options) {
        return callAsync(JobRequest.of(job, workload).method(SubmitMethod.HIGH).with(options));
    }

    /**
     * Runs a foreground job of low priority and waits for its end.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return how the job ended
     */
    default JobResult doLowJob(String job, @Nullable Object workload, JobOption... options) {
        return call(JobRequest.of(job, workload).method(SubmitMethod.LOW).with(options));
    }

    /**
     * {@return as {@link #doLowJob} without waiting: ends with the result}
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     */
    default CompletionStage<JobResult> doLowJobAsync(String job, @Nullable Object workload, JobOption... options) {
        return callAsync(JobRequest.of(job, workload).method(SubmitMethod.LOW).with(options));
    }

    /**
     * Queues a background job of normal priority and waits until the server has accepted it.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return the job
     */
    default JobHandle doBackgroundJob(String job, @Nullable Object workload, JobOption... options) {
        return enqueue(
                JobRequest.of(job, workload).method(SubmitMethod.BACKGROUND).with(options));
    }

    /**
     * {@return as {@link #doBackgroundJob} without waiting: ends with the job}
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     */
    default CompletionStage<JobHandle> doBackgroundJobAsync(
            String job, @Nullable Object workload, JobOption... options) {
        return enqueueAsync(
                JobRequest.of(job, workload).method(SubmitMethod.BACKGROUND).with(options));
    }

    /**
     * Queues a background job of high priority and waits until the server has accepted it.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return the job
     */
    default JobHandle doHighBackgroundJob(String job, @Nullable Object workload, JobOption... options) {
        return enqueue(JobRequest.of(job, workload)
                .method(SubmitMethod.HIGH_BACKGROUND)
                .with(options));
    }

    /**
     * {@return as {@link #doHighBackgroundJob} without waiting: ends with the job}
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     */
    default CompletionStage<JobHandle> doHighBackgroundJobAsync(
            String job, @Nullable Object workload, JobOption... options) {
        return enqueueAsync(JobRequest.of(job, workload)
                .method(SubmitMethod.HIGH_BACKGROUND)
                .with(options));
    }

    /**
     * Queues a background job of low priority and waits until the server has accepted it.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return the job
     */
    default JobHandle doLowBackgroundJob(String job, @Nullable Object workload, JobOption... options) {
        return enqueue(
                JobRequest.of(job, workload).method(SubmitMethod.LOW_BACKGROUND).with(options));
    }

    /**
     * {@return as {@link #doLowBackgroundJob} without waiting: ends with the job}
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     */
    default CompletionStage<JobHandle> doLowBackgroundJobAsync(
            String job, @Nullable Object workload, JobOption... options) {
        return enqueueAsync(
                JobRequest.of(job, workload).method(SubmitMethod.LOW_BACKGROUND).with(options));
    }

    /**
     * Submits as the job's own settings say: the method of the job, else of its worker, else of the configuration.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return the accepted background job, or the ended foreground job
     */
    Submission callJob(String job, @Nullable Object workload, JobOption... options);

    /** {@return an empty set of tasks that run in parallel} */
    TaskSet tasks();

    /**
     * Asks the job's own server for its state.
     *
     * @param handle the job
     * @return its state now
     * @throws ServerConnectionException if that server cannot be reached
     * @throws JobTimeoutException if it does not tell in time
     * @throws CallInterruptedException if the thread is interrupted meanwhile
     */
    JobStatus getJobStatus(JobHandle handle);

    /**
     * Asks for the state of a job by its unique. Servers look through all functions and take the first job they find.
     *
     * @param job the job's name: decides which server is asked
     * @param unique its unique
     * @return its state now
     * @throws ServerConnectionException if no server can be reached
     * @throws JobTimeoutException if it is not told in time
     * @throws CallInterruptedException if the thread is interrupted meanwhile
     */
    JobStatus getJobStatusByUnique(String job, String unique);

    /**
     * A view of this client that submits to one server only.
     *
     * @param host host name or address
     * @param port TCP port
     * @return the view; views share connections and cost nothing
     */
    GearmanClient withServer(String host, int port);

    /**
     * A view of this client with one server more. The first one added to the default servers replaces them.
     *
     * @param host host name or address
     * @param port TCP port
     * @return the view
     */
    GearmanClient plusServer(String host, int port);

    /**
     * A view of this client that submits to these servers only.
     *
     * @param servers one at least
     * @return the view
     * @throws IllegalArgumentException if there is none
     */
    GearmanClient withServers(ServerAddress... servers);

    /** {@return a view of this client with the configured servers} */
    GearmanClient withDefaultServers();

    /** {@return a view of this client whose names are exact functions: no prefix, and no look-up among the jobs} */
    GearmanClient foreign();
}
