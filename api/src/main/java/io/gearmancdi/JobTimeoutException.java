package io.gearmancdi;

import org.jspecify.annotations.Nullable;

/**
 * The caller's time has passed. The job may still be queued or run, and goes on.
 */
public class JobTimeoutException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param function the function, or the name that the caller gave
     * @param handle the job
     * @param server the server
     */
    public JobTimeoutException(String message, String function, @Nullable JobHandle handle, ServerAddress server) {
        super(message, function, handle, server, null);
    }
}
