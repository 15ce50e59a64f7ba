package io.gearmancdi;

/** A job did not complete and its result was asked for. */
public class JobFailedException extends GearmanException {

    private static final long serialVersionUID = 1L;

    private final transient RemoteFailure failure;

    /**
     * Makes the exception.
     *
     * @param message what happened
     * @param function the function
     * @param handle the job
     * @param failure what the worker told
     */
    public JobFailedException(String message, String function, JobHandle handle, RemoteFailure failure) {
        super(message, function, handle, handle.server(), null);
        this.failure = failure;
    }

    /** {@return what the worker told} */
    public RemoteFailure failure() {
        return failure;
    }
}
