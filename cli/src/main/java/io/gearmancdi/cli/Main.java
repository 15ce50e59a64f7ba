package io.gearmancdi.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Help.Ansi;

/** The console as a program of its own, for the application on {@code --class-path}. SIGTERM and SIGINT drain. */
public final class Main {

    private Main() {}

    /**
     * Runs a command and ends the process.
     *
     * @param arguments the command, its name and options
     */
    public static void main(String... arguments) {
        System.setProperty("jdk.console", "java.base");
        if (System.getProperty("java.util.logging.config.file") == null) {
            Logger.getLogger("").setLevel(Level.WARNING);
        }
        var termination = Termination.ofThisThread();
        int code = ExitCode.UNEXPECTED.number();
        try {
            code = run(arguments);
        } finally {
            termination.ended(code);
        }
        System.exit(code);
    }

    private static int run(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try (var application = new Application()) {
            var surroundings = new Surroundings(
                    application::workers,
                    Setup::read,
                    () -> Launch.words(application.options()),
                    Main::confirm,
                    out,
                    err);
            return CommandTree.of(surroundings, Ansi.AUTO, application).run(arguments);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // jdk.console makes it null where there is no terminal
    private static boolean confirm(String question) {
        Console console = System.console();
        if (console == null) {
            return true;
        }
        var answer = console.readLine("%s", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
