package io.gearmancdi.it.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files of the project, without what was built and without hidden folders; looked for once. */
final class Sources {

    static final Path ROOT = Path.of("..", "..");
    private static final List<Path> ALL = all();

    private Sources() {}

    /** The files whose names end so. */
    static List<Path> ending(String end) {
        return ALL.stream()
                .filter(file -> file.getFileName().toString().endsWith(end))
                .toList();
    }

    private static List<Path> all() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var name = folder.getFileName().toString();
                    boolean ours = folder.equals(ROOT) || !(name.startsWith(".") || name.equals("target"));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }
}
