package io.gearmancdi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Help.Ansi;

/** The console as a process that boots the application when a command needs it. */
final class Program {

    private Program() {}

    static int run(String... arguments) {
        Terminal.prepare();
        if (System.getProperty("java.util.logging.config.file") == null) {
            Logger.getLogger("").setLevel(Level.WARNING);
        }
        var termination = Termination.ofThisThread();
        int code = ExitCode.UNEXPECTED.number();
        try {
            code = execute(arguments);
        } finally {
            termination.ended(code);
        }
        return code;
    }

    private static int execute(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try (var application = new Application()) {
            return CommandTree.of(new ProgramHost(application), out, err, Ansi.AUTO, application)
                    .run(arguments);
        }
    }
}
