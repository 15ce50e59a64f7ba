package io.gearmancdi.server.main;

import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The only command: serve. */
@Command(
        name = "gearman-cdi-server",
        description = "A Gearman job server. Jobs are kept in memory, with --queue-type=file also on disk.",
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        footer = {
            "",
            "An option that is not given is taken from the environment: GEARMAN_SERVER_PORT for --port,"
                    + " GEARMAN_SERVER_MAX_PACKET_SIZE for --max-packet-size.",
            "SIGTERM and SIGINT end the server at once; SIGUSR1 ends it once the last job has ended.",
            "Exit codes: 0 ended as told, 1 cannot listen or has failed, 2 wrong options."
        })
final class ServerCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Mixin
    ServerOptions options;

    @Mixin
    LogOptions log;

    @Option(
            names = {"-P", "--pid-file"},
            paramLabel = "FILE",
            description = "Where to write the process id; removed at the end.")
    @Nullable
    Path pidFile;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    boolean version;

    @Spec
    CommandSpec spec;

    private final PrintWriter out;

    ServerCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        var step = "log to " + log.file;
        try {
            log.apply();
            step = "start";
            try (var server = builder().start()) {
                step = "write " + pidFile;
                writePid();
                return serve(server);
            }
        } catch (IOException e) {
            var what = e instanceof SocketException ? "listen on " + options.listen + ':' + options.port : step;
            spec.commandLine().getErr().println("Cannot " + what + ": " + e.getMessage());
            return FAILED;
        }
    }

    private int serve(EmbeddedJobServer server) throws InterruptedException {
        Signals.endAtOnce(server, this::removePid);
        Signals.drainOnUsr1(server);
        out.println("Ready: listening on " + listen() + ':' + server.port());
        return server.awaitEnd() ? 0 : FAILED;
    }

    /** As it was told: what Java calls any address is one of IPv6. */
    private String listen() {
        return options.listen.indexOf(':') < 0 ? options.listen : '[' + options.listen + ']';
    }

    private EmbeddedJobServer.Builder builder() {
        try {
            return options.applyTo(EmbeddedJobServer.builder());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void writePid() throws IOException {
        if (pidFile != null) {
            Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
        }
    }

    private void removePid() {
        try {
            if (pidFile != null) {
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot remove " + pidFile + ": " + e.getMessage());
        }
    }
}
