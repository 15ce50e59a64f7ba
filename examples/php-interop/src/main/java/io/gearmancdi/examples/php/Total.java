package io.gearmancdi.examples.php;

/**
 * What PHP gets as JSON.
 *
 * @param customer who
 * @param cents how much
 */
public record Total(String customer, long cents) {}
