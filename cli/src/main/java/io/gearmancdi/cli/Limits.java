package io.gearmancdi.cli;

import io.gearmancdi.LimitOverrides;
import io.gearmancdi.LimitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** The options as they were given, for a line that does the same. */
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        add(arguments, "--iterations", iterations);
        add(arguments, "--minimum-execution-time", minimumExecutionTime);
        add(arguments, "--timeout", timeout);
        return arguments;
    }

    private static void add(List<String> arguments, String option, @Nullable Integer value) {
        if (value != null) {
            arguments.add(option + "=" + value);
        }
    }
}
