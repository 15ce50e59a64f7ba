package io.gearmancdi.driver.session;

/**
 * Keeps a worker from spinning: a server that wakes it for a job that it then cannot have would do so without end (a
 * delayed job at the head of a queue, or many workers for one job). After a few fruitless calls in a row the worker
 * pauses, longer each time.
 */
final class SpinGuard {

    private static final int PATIENCE = 3;
    private static final long FIRST = 5_000_000;
    private static final long LONGEST = 320_000_000;

    private int fruitless;

    void fruitful() {
        fruitless = 0;
    }

    /** Nanoseconds to pause after another fruitless call; 0: none. */
    long fruitless() {
        fruitless++;
        if (fruitless <= PATIENCE) {
            return 0;
        }
        return Math.min(LONGEST, FIRST << Math.min(fruitless - PATIENCE - 1, 6));
    }
}
