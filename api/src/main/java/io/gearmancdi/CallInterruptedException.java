package io.gearmancdi;

/**
 * The thread was interrupted while it waited for room to send something, or for the state of a job. No job was
 * submitted; the thread's interrupt status is still set.
 */
public class CallInterruptedException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened
     * @param function the function, or the name that the caller gave
     * @param server the server
     */
    public CallInterruptedException(String message, String function, ServerAddress server) {
        super(message, function, null, server, null);
    }
}
