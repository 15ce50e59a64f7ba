package io.gearmancdi.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a class comes from. */
final class ClassFile {

    private ClassFile() {}

    /**
     * Looks the file of a class up.
     *
     * @param className its name; may be empty
     * @return its file, or the jar that holds it; empty where that is not known
     */
    static String of(String className) {
        try {
            var type = Class.forName(className, false, Thread.currentThread().getContextClassLoader());
            var source = type.getProtectionDomain().getCodeSource();
            if (source == null || source.getLocation() == null) {
                return "";
            }
            var root = Path.of(source.getLocation().toURI());
            return (Files.isDirectory(root) ? root.resolve(className.replace('.', '/') + ".class") : root).toString();
        } catch (ClassNotFoundException | LinkageError | URISyntaxException | RuntimeException e) {
            // Registered in code, or from a place that is no file
            return "";
        }
    }
}
