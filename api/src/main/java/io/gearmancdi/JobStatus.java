package io.gearmancdi;

/** What a job server says of a job, at the moment it was asked. Immutable. */
public interface JobStatus {

    /** What a job server can tell. */
    enum State {
        /** Finished, or never existed: servers forget a job when it ends. */
        UNKNOWN,
        /** Waiting for a worker. */
        QUEUED,
        /** At a worker. */
        RUNNING
    }

    /** {@return the state} */
    State state();

    /** {@return whether the job is queued or runs} */
    boolean isKnown();

    /** {@return whether the job runs} */
    boolean isRunning();

    /**
     * Whether this application saw the job end: a call of its own or a worker of its own, among the last 10,000. False
     * says nothing: servers cannot tell a finished job from one that never was. A server that was restarted counts from
     * 1 again, and then a handle of old may stand for another job.
     *
     * @return whether the job is known to have ended
     */
    boolean isFinished();

    /** {@return the numerator of the worker's last status} */
    long getCompleted();

    /** {@return the denominator of the worker's last status} */
    long getCompletionTotal();

    /** {@return completed by total, 0 to 1; 0 without a total} */
    double getCompletionPercent();
}
