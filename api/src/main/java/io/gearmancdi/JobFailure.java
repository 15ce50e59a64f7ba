package io.gearmancdi;

/**
 * Thrown by a job to fail: its clients get WORK_FAIL. Servers never try a failed job again.
 *
 * <p>WORK_FAIL carries no text; a message is sent before it as WORK_WARNING. No stack trace is taken.
 */
public class JobFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Fails the job without a word. */
    public JobFailure() {
        this("");
    }

    /**
     * Fails the job and says why.
     *
     * @param message for the clients; cut at 4 KiB
     */
    public JobFailure(String message) {
        super(message, null, false, false);
    }
}
