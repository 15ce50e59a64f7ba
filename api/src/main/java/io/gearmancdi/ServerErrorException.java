package io.gearmancdi;

/**
 * The server answered a request with an error.
 */
public class ServerErrorException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param function the function, or the name that the caller gave
     * @param server the server
     */
    public ServerErrorException(String message, String function, ServerAddress server) {
        super(message, function, null, server, null);
    }
}
