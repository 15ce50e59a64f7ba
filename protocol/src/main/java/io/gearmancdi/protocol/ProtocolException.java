package io.gearmancdi.protocol;

/**
 * Bytes or arguments that the protocol does not allow. The stream they came from cannot be read any further.
 *
 * <p>The message names what was wrong and never holds bytes of the peer, so it is safe to log.
 */
public final class ProtocolException extends RuntimeException {
    /**
     * Made where the fault is found.
     *
     * @param message what was wrong
     */
    public ProtocolException(String message) {
        super(message);
    }
}
