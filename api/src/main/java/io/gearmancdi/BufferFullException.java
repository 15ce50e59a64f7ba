package io.gearmancdi;

/**
 * More submissions are outstanding than {@code gearman.client.max-pending} allows, more bytes wait for a server than
 * {@code gearman.max-buffer-size} allows, or a joined result has grown beyond {@code gearman.client.max-result-size}.
 */
public class BufferFullException extends GearmanException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do
     * @param function the function, or the name that the caller gave
     * @param server the server
     */
    public BufferFullException(String message, String function, ServerAddress server) {
        super(message, function, null, server, null);
    }
}
