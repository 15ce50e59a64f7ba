package io.gearmancdi.driver.session;

/** A question for the state of a job. */
public abstract class StatusCall extends Expected {

    /** For subclasses. */
    protected StatusCall() {}

    /**
     * The answer.
     *
     * @param known whether the job is queued or runs
     * @param running whether it runs
     * @param numerator what is done
     * @param denominator what is to do
     */
    protected abstract void answered(boolean known, boolean running, long numerator, long denominator);
}
