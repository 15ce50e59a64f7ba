package io.gearmancdi.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options of all commands; alone it lists the commands. */
@Command(
        name = "gearman-cdi",
        description = "Lists, describes and runs Gearman workers and jobs.",
        commandListHeading = "%nCommands; each may be written with gearman: before it:%n",
        footer = {
            "",
            "Exit codes: 0 ok, 1 unexpected, 2 usage, 3 not found, 4 no job server,",
            "5 job failed, 6 timed out, 7 bad configuration, 8 refused."
        },
        versionProvider = Root.Version.class)
final class Root implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-n", "--no-interaction"},
            scope = ScopeType.INHERIT,
            description = "Ask nothing")
    boolean noInteraction;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print data and errors only")
    boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Root.class.getPackage().getImplementationVersion();
            return new String[] {"gearman-cdi " + (version == null ? "(not packaged)" : version)};
        }
    }
}
