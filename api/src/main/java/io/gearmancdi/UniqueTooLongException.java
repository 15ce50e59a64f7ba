package io.gearmancdi;

/**
 * The unique is empty, longer than 63 bytes or holds a NUL. Nothing was sent.
 */
public class UniqueTooLongException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param function the function, or the name that the caller gave
     */
    public UniqueTooLongException(String message, String function) {
        super(message, function, null, null, null);
    }
}
