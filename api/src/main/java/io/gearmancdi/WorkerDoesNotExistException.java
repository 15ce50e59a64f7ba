package io.gearmancdi;

/**
 * The application has no worker of this name.
 */
public class WorkerDoesNotExistException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     */
    public WorkerDoesNotExistException(String message) {
        super(message, null, null, null, null);
    }
}
