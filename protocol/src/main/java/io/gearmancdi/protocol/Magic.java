package io.gearmancdi.protocol;

/**
 * The first four bytes of a packet, which tell its direction (PROTOCOL, "Binary Packet").
 */
public enum Magic {
    /** {@code \0REQ}: from a client or worker to the job server. */
    REQUEST(0x00524551),
    /** {@code \0RES}: from the job server to a client or worker. */
    RESPONSE(0x00524553);

    private final int value;

    Magic(int value) {
        this.value = value;
    }

    /**
     * The magic as it stands on the wire.
     *
     * @return the four bytes as a big-endian number
     */
    public int value() {
        return value;
    }
}
