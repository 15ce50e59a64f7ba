package io.gearmancdi.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Limits given with a command; they override those of the worker or job.
 *
 * @param iterations how many jobs it begins
 * @param minimumExecutionTime seconds that it lasts at least
 * @param timeout seconds that it stays idle before it ends
 */
public record GivenLimits(OptionalInt iterations, OptionalInt minimumExecutionTime, OptionalInt timeout) {

    /**
     * Nothing is given.
     *
     * @return overrides nothing
     */
    public static GivenLimits none() {
        return new GivenLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    LimitValues over(LimitValues own) {
        return new LimitValues(
                iterations.orElse(own.iterations()),
                minimumExecutionTime.isPresent() ? minimumExecutionTime.getAsInt() : own.minimumExecutionTime(),
                timeout.isPresent() ? timeout.getAsInt() : own.timeout());
    }

    /** The options as they were given, for a line that does the same. */
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        iterations.ifPresent(value -> arguments.add("--iterations=" + value));
        minimumExecutionTime.ifPresent(value -> arguments.add("--minimum-execution-time=" + value));
        timeout.ifPresent(value -> arguments.add("--timeout=" + value));
        return arguments;
    }
}
