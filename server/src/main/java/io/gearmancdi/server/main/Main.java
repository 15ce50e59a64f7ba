package io.gearmancdi.server.main;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * Runs a job server until it is told to end: SIGTERM and SIGINT at once, SIGUSR1 once the last job has ended.
 *
 * <pre>{@code
 * java -jar gearman-cdi-server-exec.jar --port 4730 --listen 127.0.0.1
 * }</pre>
 *
 * <p>When it listens it writes one line to standard output; everything else goes to standard error, or to the log file.
 */
public final class Main {
    private Main() {}

    /**
     * Starts.
     *
     * @param arguments the options; {@code --help} explains them
     */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        return commandLine(out).execute(arguments);
    }

    static CommandLine commandLine(PrintWriter out) {
        return new CommandLine(new ServerCommand(out))
                .setDefaultValueProvider(new Environment(System.getenv()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out);
    }
}
