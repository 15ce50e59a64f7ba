package io.gearmancdi.cli.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells whether a catalog may have changed. Two checksums, not a digest of a security provider: nobody is deceived here
 * who could not change the classes themselves, and providers take longer to load than all the rest.
 *
 * @param value the number
 */
record Fingerprint(long value) {

    /** Different in each process or terminal, and nothing that a worker could depend on. */
    private static final Set<String> PASSING = Set.of(
            "sun.java.command",
            "sun.stdout.encoding",
            "sun.stderr.encoding",
            "stdout.encoding",
            "stderr.encoding",
            "stdin.encoding",
            "jdk.console",
            "picocli.ansi",
            "_",
            "SHLVL",
            "OLDPWD",
            "TERM",
            "COLUMNS",
            "LINES",
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "SSH_CLIENT",
            "SSH_CONNECTION",
            "SSH_TTY",
            "SSH_AUTH_SOCK",
            "XDG_SESSION_ID",
            "INVOCATION_ID",
            "JOURNAL_STREAM");

    static Fingerprint of(Origin origin) {
        var text = new StringBuilder(1 << 14);
        append(text, origin.properties());
        append(text, origin.environment());
        origin.console().entries().forEach(entry -> append(text, entry));
        text.append("--\n");
        origin.application().entries().forEach(entry -> append(text, entry));
        var bytes = text.toString().getBytes(UTF_8);
        var high = new CRC32();
        high.update(bytes);
        var low = new CRC32C();
        low.update(bytes);
        return new Fingerprint(high.getValue() << Integer.SIZE | low.getValue());
    }

    private static void append(StringBuilder text, Map<String, String> values) {
        var sorted = new TreeMap<>(values);
        sorted.keySet().removeAll(PASSING);
        sorted.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.length())
                .append(':')
                .append(value)
                .append('\n'));
    }

    private static void append(StringBuilder text, Path entry) {
        if (Files.isDirectory(entry)) {
            append(text, Witnesses.in(entry));
        } else {
            append(text, Witness.of(entry));
        }
    }

    private static void append(StringBuilder text, Iterable<Witness> files) {
        for (var file : files) {
            append(text, file);
        }
    }

    private static void append(StringBuilder text, Witness file) {
        text.append(file.path())
                .append('\n')
                .append(file.size())
                .append(' ')
                .append(file.modified())
                .append('\n');
    }

    /** The name of the file for it. */
    String fileName() {
        return Long.toHexString(value) + CatalogFile.SUFFIX;
    }

    /** All files below a directory, in the order of their paths. */
    private static final class Witnesses extends SimpleFileVisitor<Path> {

        private final Map<String, Witness> found = new TreeMap<>();

        static Iterable<Witness> in(Path directory) {
            var witnesses = new Witnesses();
            witnesses.found.put(directory.toString(), new Witness(directory.toString(), 0, 0));
            try {
                Files.walkFileTree(directory, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, witnesses);
            } catch (IOException e) {
                witnesses.found.put("", Witness.of(directory));
            }
            return witnesses.found.values();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.put(file.toString(), Witness.of(file, attributes));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            found.put(file.toString(), new Witness(file.toString(), -1, 0));
            return FileVisitResult.CONTINUE;
        }
    }
}
