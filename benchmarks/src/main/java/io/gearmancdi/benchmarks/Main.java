package io.gearmancdi.benchmarks;

import io.gearmancdi.benchmarks.compare.Compare;
import java.io.IOException;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code jmh …} runs the microbenchmarks, everything else is a whole process under load. */
@Command(
        name = "benchmarks",
        description = "Puts a client or a worker under load; jmh runs the microbenchmarks",
        subcommands = {SubmitBackground.class, EchoWorker.class, EchoCallers.class, Hold.class, Compare.class})
final class Main {

    private static final int USAGE = 64;

    private Main() {}

    /**
     * Starts.
     *
     * @param arguments a command and its options; exit code 64 if they are wrong
     * @throws IOException if JMH cannot start
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            System.exit(run(arguments));
        }
    }

    static int run(String... arguments) {
        var commands = new CommandLine(new Main());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        everywhere(commands);
        return commands.execute(arguments);
    }

    private static void everywhere(CommandLine command) {
        command.getCommandSpec().exitCodeOnInvalidInput(USAGE);
        command.getSubcommands().values().forEach(Main::everywhere);
    }
}
