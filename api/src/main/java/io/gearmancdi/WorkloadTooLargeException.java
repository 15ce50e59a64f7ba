package io.gearmancdi;

/**
 * The workload is larger than {@code gearman.max-packet-size}. Nothing was sent.
 */
public class WorkloadTooLargeException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param function the function, or the name that the caller gave
     */
    public WorkloadTooLargeException(String message, String function) {
        super(message, function, null, null, null);
    }
}
