package io.gearmancdi;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Limits given at the start of a worker; they are stronger than annotations and configuration.
 *
 * @param iterations how many jobs it begins; 0: no limit
 * @param minimumExecutionTime how long the run lasts at least
 * @param timeout how long it stays idle before it ends; zero: for ever
 * @param onLimit what happens at a limit
 */
public record LimitOverrides(
        OptionalInt iterations,
        Optional<Duration> minimumExecutionTime,
        Optional<Duration> timeout,
        Optional<LimitPolicy> onLimit) {

    /**
     * Overrides nothing.
     *
     * @return no overrides
     */
    public static LimitOverrides none() {
        return new LimitOverrides(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Sets how many jobs the run begins.
     *
     * @param iterations 0: no limit
     * @return the changed overrides
     */
    public LimitOverrides withIterations(int iterations) {
        return new LimitOverrides(OptionalInt.of(iterations), minimumExecutionTime, timeout, onLimit);
    }

    /**
     * Sets how long the run lasts at least.
     *
     * @param time the time
     * @return the changed overrides
     */
    public LimitOverrides withMinimumExecutionTime(Duration time) {
        return new LimitOverrides(iterations, Optional.of(time), timeout, onLimit);
    }

    /**
     * Sets how long the run stays idle before it ends.
     *
     * @param time zero: for ever
     * @return the changed overrides
     */
    public LimitOverrides withTimeout(Duration time) {
        return new LimitOverrides(iterations, minimumExecutionTime, Optional.of(time), onLimit);
    }

    /**
     * Sets what happens at a limit.
     *
     * @param policy whether the worker begins anew or stops
     * @return the changed overrides
     */
    public LimitOverrides withOnLimit(LimitPolicy policy) {
        return new LimitOverrides(iterations, minimumExecutionTime, timeout, Optional.of(policy));
    }

    /**
     * Lays these limits over settings.
     *
     * @param settings what holds where nothing is overridden
     * @return the effective settings
     */
    public WorkerSettings applyTo(WorkerSettings settings) {
        var result = settings;
        if (iterations.isPresent()) {
            result = result.withIterations(iterations.getAsInt());
        }
        if (minimumExecutionTime.isPresent()) {
            result = result.withMinimumExecutionTime(minimumExecutionTime.get());
        }
        if (timeout.isPresent()) {
            result = result.withTimeout(timeout.get());
        }
        return onLimit.isPresent() ? result.withOnLimit(onLimit.get()) : result;
    }
}
