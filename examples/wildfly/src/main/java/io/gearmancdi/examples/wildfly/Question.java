package io.gearmancdi.examples.wildfly;

/**
 * How many primes are there?
 *
 * @param upTo the last number that counts
 */
public record Question(long upTo) {}
