package io.gearmancdi.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a class comes from.
 *
 * @param packageName its package
 * @param file its file, or the jar that holds it; empty where that is not known
 */
record ClassPlace(String packageName, String file) {

    static ClassPlace of(String className) {
        int dot = className.lastIndexOf('.');
        return new ClassPlace(dot < 0 ? "" : className.substring(0, dot), file(className));
    }

    private static String file(String className) {
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
