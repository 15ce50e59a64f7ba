package io.gearmancdi.driver.io;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Waits that double from attempt to attempt, with full jitter: any time from zero to the doubled one.
 *
 * @param initial the longest first wait
 * @param max the longest wait
 */
public record BackoffPolicy(Duration initial, Duration max) {

    /**
     * The wait after a failed attempt.
     *
     * @param failures how many attempts have failed in a row, 1 at least
     * @param random gives a number from zero to below its argument
     * @return the wait
     */
    public Duration after(int failures, LongUnaryOperator random) {
        long doubled = initial.toNanos();
        for (int i = 1; i < failures && doubled < max.toNanos(); i++) {
            doubled *= 2;
        }
        return Duration.ofNanos(random.applyAsLong(Math.min(doubled, max.toNanos()) + 1));
    }
}
