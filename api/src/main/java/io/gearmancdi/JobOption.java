package io.gearmancdi;

import java.time.Duration;
import java.time.Instant;

/** One thing to change in a {@link JobRequest}; made by the methods here, or by the application. */
@FunctionalInterface
public interface JobOption {

    /**
     * Makes the change.
     *
     * @param request the request so far
     * @return the changed request
     */
    JobRequest applyTo(JobRequest request);

    /**
     * Gives the unique.
     *
     * @param unique see {@link JobRequest#unique(String)}
     * @return the option
     */
    static JobOption unique(String unique) {
        return request -> request.unique(unique);
    }

    /**
     * Makes equal jobs one; see {@link JobRequest#uniqueByContent}.
     *
     * @return the option
     */
    static JobOption uniqueByContent() {
        return JobRequest::uniqueByContent;
    }

    /**
     * Keeps equal jobs apart; see {@link JobRequest#uniqueAtRandom}.
     *
     * @return the option
     */
    static JobOption uniqueAtRandom() {
        return JobRequest::uniqueAtRandom;
    }

    /**
     * Sends no unique; see {@link JobRequest#withoutUnique}.
     *
     * @return the option
     */
    static JobOption withoutUnique() {
        return JobRequest::withoutUnique;
    }

    /**
     * Sets how long the caller waits.
     *
     * @param timeout see {@link JobRequest#timeout(Duration)}
     * @return the option
     */
    static JobOption timeout(Duration timeout) {
        return request -> request.timeout(timeout);
    }

    /**
     * Delays the job.
     *
     * @param notBefore see {@link JobRequest#notBefore(Instant)}
     * @return the option
     */
    static JobOption notBefore(Instant notBefore) {
        return request -> request.notBefore(notBefore);
    }

    /**
     * Attaches an object to every event.
     *
     * @param context see {@link JobRequest#context(Object)}
     * @return the option
     */
    static JobOption context(Object context) {
        return request -> request.context(context);
    }
}
