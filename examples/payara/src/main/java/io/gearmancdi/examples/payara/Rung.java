package io.gearmancdi.examples.payara;

/**
 * A reminder that was due.
 *
 * @param id its id
 * @param text what it says
 */
public record Rung(String id, String text) {}
