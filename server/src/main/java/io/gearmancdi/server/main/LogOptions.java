package io.gearmancdi.server.main;

import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the log goes and how much of it. A configuration of java.util.logging goes before all of this. */
final class LogOptions {
    enum Verbosity {
        ERROR(Level.SEVERE),
        WARNING(Level.WARNING),
        NOTICE(Level.INFO),
        INFO(Level.INFO),
        DEBUG(Level.FINE);

        @SuppressWarnings("ImmutableEnumChecker") // levels never change
        private final Level level;

        Verbosity(Level level) {
            this.level = level;
        }
    }

    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";
    private static final String STDERR = "stderr";

    @Option(
            names = {"-l", "--log-file"},
            paramLabel = "FILE",
            description = "Where to log: a file, stderr or none. Default: stderr.")
    @Nullable
    String file;

    @Option(names = "--verbose", paramLabel = "LEVEL", description = "${COMPLETION-CANDIDATES}. Default: NOTICE.")
    @Nullable
    Verbosity verbosity;

    void apply() throws IOException {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        if (System.getProperty(FORMAT) == null) {
            System.setProperty(FORMAT, "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
        }
        var root = Logger.getLogger("");
        var target = file == null ? STDERR : file;
        if (!target.equals(STDERR)) {
            for (var handler : root.getHandlers()) {
                root.removeHandler(handler);
            }
            if (!target.equals("none")) {
                var handler = new FileHandler(target.replace("%", "%%"), true);
                handler.setFormatter(new SimpleFormatter());
                root.addHandler(handler);
            }
        }
        var level = (verbosity == null ? Verbosity.NOTICE : verbosity).level;
        root.setLevel(level);
        for (var handler : root.getHandlers()) {
            handler.setLevel(level);
        }
    }
}
