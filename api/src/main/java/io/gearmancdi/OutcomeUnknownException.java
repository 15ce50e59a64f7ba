package io.gearmancdi;

import org.jspecify.annotations.Nullable;

/**
 * The connection was lost, or the wait interrupted, after the server had accepted the job and before it ended.
 */
public class OutcomeUnknownException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param function the function, or the name that the caller gave
     * @param handle the job
     * @param server the server
     * @param cause why
     */
    public OutcomeUnknownException(
            String message,
            String function,
            @Nullable JobHandle handle,
            ServerAddress server,
            @Nullable Throwable cause) {
        super(message, function, handle, server, cause);
    }
}
