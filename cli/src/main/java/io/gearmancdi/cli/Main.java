package io.gearmancdi.cli;

/**
 * The console as a program of its own, for the application on {@code --class-path}. SIGTERM and SIGINT drain. What the
 * cache can answer is answered before anything else of the console is loaded.
 */
public final class Main {

    private Main() {}

    /**
     * Runs a command and ends the process.
     *
     * @param arguments the command, its name and options
     */
    public static void main(String... arguments) {
        if (!ShortWay.answers(arguments)) {
            System.exit(Program.run(arguments));
        }
    }
}
