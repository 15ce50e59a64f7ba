package io.gearmancdi;

/**
 * The application has no job of this name. Nothing was sent.
 */
public class JobDoesNotExistException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param function the function, or the name that the caller gave
     */
    public JobDoesNotExistException(String message, String function) {
        super(message, function, null, null, null);
    }
}
