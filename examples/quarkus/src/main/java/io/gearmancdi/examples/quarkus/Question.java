package io.gearmancdi.examples.quarkus;

/**
 * How many primes are there?
 *
 * @param upTo the last number that counts
 */
public record Question(long upTo) {}
