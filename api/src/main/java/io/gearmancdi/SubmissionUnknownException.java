package io.gearmancdi;

import org.jspecify.annotations.Nullable;

/**
 * The connection was lost, or the wait interrupted, after bytes of the submission were written and before the server
 * answered: the job may have been accepted or not.
 */
public class SubmissionUnknownException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param function the function, or the name that the caller gave
     * @param server the server
     * @param cause why
     */
    public SubmissionUnknownException(
            String message, String function, ServerAddress server, @Nullable Throwable cause) {
        super(message, function, null, server, cause);
    }
}
