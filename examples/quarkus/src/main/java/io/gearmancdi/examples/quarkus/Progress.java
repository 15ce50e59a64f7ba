package io.gearmancdi.examples.quarkus;

/**
 * What the page is told.
 *
 * @param id the question
 * @param state {@code waiting}, {@code running} or {@code done}
 * @param percent how much of the work is done
 * @param primes how many primes were found, once it is done
 */
public record Progress(String id, String state, int percent, long primes) {

    static Progress waiting(String id) {
        return new Progress(id, "waiting", 0, 0);
    }

    static Progress running(String id, double fraction) {
        return new Progress(id, "running", (int) Math.round(fraction * 100), 0);
    }

    static Progress done(String id, long primes) {
        return new Progress(id, "done", 100, primes);
    }
}
