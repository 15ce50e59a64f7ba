package io.gearmancdi.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that tells who starts workers again why one has ended. */
final class CodeOnLimit {

    private static final String NAME = "--exit-code-on-limit";
    private static final int HIGHEST = 255;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private int code = ExitCode.LIMIT.number();

    @Option(names = NAME, paramLabel = "N", description = "The exit code when a limit was reached; 0 if not given")
    void code(int value) {
        if ((value < 0 || value > HIGHEST) && command != null) {
            throw new ParameterException(command.commandLine(), NAME + " is " + value + ", not 0 to " + HIGHEST);
        }
        code = value;
    }

    /** What the process ends with. */
    int number(ExitCode end) {
        return end == ExitCode.LIMIT ? code : end.number();
    }
}
