package io.gearmancdi.driver.session;

/**
 * One submission, as the session sees it: what it is told about its job. Called by the reader of the connection only.
 */
public abstract class JobCall extends Expected {

    /** For subclasses. */
    protected JobCall() {}

    /** {@return whether the server tells nothing after it has accepted the job} */
    public abstract boolean isBackground();

    /** {@return whether nobody waits any more; its copies of updates are still counted} */
    protected abstract boolean isAbandoned();

    /**
     * The server has accepted the job.
     *
     * @param handle its handle
     */
    protected abstract void created(String handle);

    /**
     * A part of the result.
     *
     * @param data the part
     */
    protected abstract void data(byte[] data);

    /**
     * A warning.
     *
     * @param data the warning
     */
    protected abstract void warning(byte[] data);

    /**
     * Progress.
     *
     * @param numerator what is done
     * @param denominator what is to do
     */
    protected abstract void status(long numerator, long denominator);

    /**
     * The job completed.
     *
     * @param data the payload
     */
    protected abstract void completed(byte[] data);

    /** The job failed. */
    protected abstract void failed();

    /**
     * The job threw.
     *
     * @param data what the worker tells
     */
    protected abstract void excepted(byte[] data);
}
