package io.gearmancdi.protocol;

import java.nio.ByteBuffer;

/**
 * Writes packets in one direction (PROTOCOL, "Binary Packet"). Holds no state, allocates nothing, usable by any thread.
 *
 * <p>A large payload need not be copied: {@link #writeHead} writes all but the last argument, whose array follows as it
 * is.
 */
public final class Encoder {
    /** The bytes before the first argument: magic, type and length of the body. */
    public static final int HEADER = 12;

    private static final Encoder REQUESTS = new Encoder(Magic.REQUEST);
    private static final Encoder RESPONSES = new Encoder(Magic.RESPONSE);

    private final Magic magic;

    private Encoder(Magic magic) {
        this.magic = magic;
    }

    /**
     * The encoder of one direction.
     *
     * @param magic what its packets begin with
     * @return the one encoder of that direction
     */
    public static Encoder of(Magic magic) {
        return magic == Magic.REQUEST ? REQUESTS : RESPONSES;
    }

    /**
     * The length of a packet on the wire.
     *
     * @param packet any packet
     * @return header and body in bytes
     * @throws ProtocolException where the packet is longer than {@link Integer#MAX_VALUE}
     */
    public int length(Packet packet) {
        var arguments = packet.arguments();
        long length = (long) HEADER + Math.max(0, arguments.length - 1);
        for (var argument : arguments) {
            length += argument.length;
        }
        if (length > Integer.MAX_VALUE) {
            throw new ProtocolException(packet.type() + " of " + length + " bytes is longer than 2 GiB");
        }
        return (int) length;
    }

    /**
     * The length of what {@link #writeHead} writes.
     *
     * @param packet any packet
     * @return the bytes before the last argument
     * @throws ProtocolException where the packet is longer than {@link Integer#MAX_VALUE}
     */
    public int headLength(Packet packet) {
        return length(packet) - (packet.arguments().length == 0 ? 0 : packet.data().length);
    }

    /**
     * Writes a whole packet.
     *
     * @param packet any packet
     * @param target takes {@link #length} bytes at its position; untouched where a ProtocolException is thrown
     * @throws ProtocolException where an argument other than the last holds a NUL
     * @throws java.nio.BufferOverflowException where the target is too small
     */
    public void write(Packet packet, ByteBuffer target) {
        writeHead(packet, target);
        if (packet.arguments().length > 0) {
            target.put(packet.data());
        }
    }

    /**
     * Writes a packet up to its last argument, which the caller sends from its own array.
     *
     * @param packet any packet
     * @param target takes {@link #headLength} bytes at its position
     * @throws ProtocolException where an argument other than the last holds a NUL
     * @throws java.nio.BufferOverflowException where the target is too small
     */
    public void writeHead(Packet packet, ByteBuffer target) {
        int length = length(packet);
        refuseNul(packet);
        target.putInt(magic.value()).putInt(packet.type().code()).putInt(length - HEADER);
        var arguments = packet.arguments();
        for (int i = 0; i < arguments.length - 1; i++) {
            target.put(arguments[i]).put((byte) 0);
        }
    }

    private static void refuseNul(Packet packet) {
        var arguments = packet.arguments();
        for (int i = 0; i < arguments.length - 1; i++) {
            for (byte b : arguments[i]) {
                if (b == 0) {
                    throw new ProtocolException(packet.type() + ": NUL in the argument "
                            + packet.type().arguments().get(i));
                }
            }
        }
    }
}
