package io.gearmancdi.examples.payara;

/**
 * What somebody wants to be told, and when.
 *
 * @param text what
 * @param inSeconds how long from now
 */
public record Reminder(String text, long inSeconds) {}
