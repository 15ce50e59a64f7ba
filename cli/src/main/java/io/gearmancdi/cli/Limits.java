package io.gearmancdi.cli;

import io.gearmancdi.LimitOverrides;
import io.gearmancdi.LimitPolicy;
import io.gearmancdi.cli.view.GivenLimits;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that override the settings of a worker or job. */
final class Limits {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private @Nullable Integer iterations;
    private @Nullable Integer minimumExecutionTime;
    private @Nullable Integer timeout;

    @Option(names = "--iterations", paramLabel = "N", description = "How many jobs it begins; 0: no limit")
    void iterations(int value) {
        iterations = checked("--iterations", value);
    }

    @Option(
            names = "--minimum-execution-time",
            paramLabel = "SECONDS",
            description = "How long it lasts at least, also where no job server is reached")
    void minimumExecutionTime(int value) {
        minimumExecutionTime = checked("--minimum-execution-time", value);
    }

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long it stays idle before it ends; 0: for ever")
    void timeout(int value) {
        timeout = checked("--timeout", value);
    }

    private int checked(String option, int value) {
        if (value < 0 && command != null) {
            throw new ParameterException(command.commandLine(), option + " is " + value + ", not 0 or more");
        }
        return value;
    }

    /** The overrides; at a limit a worker of the console stops. */
    LimitOverrides overrides() {
        var overrides = LimitOverrides.none().withOnLimit(LimitPolicy.STOP);
        if (iterations != null) {
            overrides = overrides.withIterations(iterations);
        }
        if (minimumExecutionTime != null) {
            overrides = overrides.withMinimumExecutionTime(Duration.ofSeconds(minimumExecutionTime));
        }
        return timeout == null ? overrides : overrides.withTimeout(Duration.ofSeconds(timeout));
    }

    /** What was given, for what is shown. */
    GivenLimits given() {
        return new GivenLimits(optional(iterations), optional(minimumExecutionTime), optional(timeout));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
