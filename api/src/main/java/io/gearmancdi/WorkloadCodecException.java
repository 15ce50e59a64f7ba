package io.gearmancdi;

import org.jspecify.annotations.Nullable;

/**
 * A workload or a result could not be encoded or decoded.
 */
public class WorkloadCodecException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param cause why
     */
    public WorkloadCodecException(String message, @Nullable Throwable cause) {
        super(message, null, null, null, cause);
    }
}
