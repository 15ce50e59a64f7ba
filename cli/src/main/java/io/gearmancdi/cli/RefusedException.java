package io.gearmancdi.cli;

/** The console does not do what it was asked to do. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
