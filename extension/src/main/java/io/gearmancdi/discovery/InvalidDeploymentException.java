package io.gearmancdi.discovery;

/** The application cannot start. The message lists every problem. */
public final class InvalidDeploymentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidDeploymentException(String message) {
        super(message);
    }
}
