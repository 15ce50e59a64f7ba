package io.gearmancdi.protocol;

/**
 * One line of the administrative protocol, found only by {@link Decoder#ofRequests} (PROTOCOL, "Administrative Protocol").
 *
 * @param text the line as UTF-8, without its LF or CRLF
 */
public record TextLine(String text) implements Frame {}
