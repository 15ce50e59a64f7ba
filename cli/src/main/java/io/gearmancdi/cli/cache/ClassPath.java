package io.gearmancdi.cli.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Directories and jars. An entry that ends in {@code *} stands for all jars of its directory, as for {@code java}.
 *
 * @param text the entries as they were written, but absolute; separated as the system does it
 * @param entries absolute paths; they need not exist
 */
public record ClassPath(String text, List<Path> entries) {

    private static final String ALL = "*";

    /**
     * Copies the list.
     *
     * @param text the entries as they were written, but absolute
     * @param entries absolute paths
     */
    public ClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a class path.
     *
     * @param text paths, separated as the system does it; relative to the working directory; may be empty
     * @return the class path
     */
    public static ClassPath parse(String text) {
        var entries = new ArrayList<Path>();
        var absolute = new ArrayList<String>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf(File.pathSeparatorChar, from);
            end = end < 0 ? text.length() : end;
            if (end > from) {
                absolute.add(add(entries, text.substring(from, end)));
            }
            from = end + 1;
        }
        return new ClassPath(String.join(File.pathSeparator, absolute), entries);
    }

    private static String add(List<Path> entries, String text) {
        if (text.equals(ALL) || text.endsWith(File.separator + ALL) || text.endsWith("/" + ALL)) {
            var directory = absolute(text.substring(0, text.length() - ALL.length()));
            jars(directory, entries);
            return directory + File.separator + ALL;
        }
        var entry = absolute(text);
        entries.add(entry);
        return entry.toString();
    }

    private static Path absolute(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static void jars(Path directory, List<Path> entries) {
        var jars = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(directory, "*.{jar,JAR}")) {
            files.forEach(jars::add);
        } catch (IOException | DirectoryIteratorException e) {
            // As java does it: what is not there is passed over
            return;
        }
        jars.sort(null);
        entries.addAll(jars);
    }
}
