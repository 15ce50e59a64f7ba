package io.gearmancdi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script for the user's shell. */
@Command(name = "generate-completion", description = "Generate a completion script for bash or zsh")
final class Completion implements Callable<Integer> {

    private static final String JOINED_WORDS = "joined-words.bash";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var root = spec.root();
        var out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(root.name(), root.commandLine()));
        try (var script = Completion.class.getResourceAsStream(JOINED_WORDS)) {
            out.print(new String(Objects.requireNonNull(script).readAllBytes(), UTF_8));
        }
        return ExitCode.OK.number();
    }
}
