package io.gearmancdi;

import org.jspecify.annotations.Nullable;

/**
 * No connection to a job server could be made. Nothing was sent.
 */
public class ServerConnectionException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param server the server
     * @param cause why
     */
    public ServerConnectionException(String message, ServerAddress server, @Nullable Throwable cause) {
        super(message, null, null, server, cause);
    }
}
