package io.gearmancdi.protocol;

/**
 * What a {@link Decoder} finds in the bytes of a peer.
 */
public sealed interface Frame permits Packet, TextLine, WrongMagic {}
