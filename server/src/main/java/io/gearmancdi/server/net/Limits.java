package io.gearmancdi.server.net;

/**
 * What one connection may cost.
 *
 * @param packet the largest body of a packet in bytes
 * @param line the longest line of text in bytes
 * @param output the bytes that may wait for a peer that does not read
 */
public record Limits(int packet, int line, long output) {}
