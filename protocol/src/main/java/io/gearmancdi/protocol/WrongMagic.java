package io.gearmancdi.protocol;

/**
 * A well-formed packet that came with the magic of responses where requests are expected, found only by
 * {@link Decoder#ofRequests}. A job server answers it with the error {@code INVALID_MAGIC} and goes on.
 *
 * @param packet the packet, which must not be acted upon
 */
public record WrongMagic(Packet packet) implements Frame {}
