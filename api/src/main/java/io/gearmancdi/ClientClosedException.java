package io.gearmancdi;

/**
 * The client, or the workers, have been closed with their application.
 */
public class ClientClosedException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     */
    public ClientClosedException(String message) {
        super(message, null, null, null, null);
    }
}
