package io.gearmancdi;

import org.jspecify.annotations.Nullable;

/**
 * The server answered a request with an error.
 */
public class ServerErrorException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param function the function, or the name that the caller gave; null where it is about none
     * @param server the server
     */
    public ServerErrorException(String message, @Nullable String function, ServerAddress server) {
        super(message, function, null, server, null);
    }
}
