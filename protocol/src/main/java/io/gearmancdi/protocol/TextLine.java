package io.gearmancdi.protocol;

/**
 * One line of the administrative protocol, found only by {@link Decoder#ofRequests} (PROTOCOL, "Administrative
 * Protocol").
 *
 * @param text the line without its LF or CRLF; each character is a byte (ISO-8859-1), as names have no charset
 */
public record TextLine(String text) implements Frame {}
