package io.gearmancdi.cli.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * A file as it was.
 *
 * @param path where it is
 * @param size its size; -1: it was not there
 * @param modified when it was changed last, in microseconds
 */
record Witness(String path, long size, long modified) {

    static Witness of(Path path) {
        try {
            return of(path, Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException e) {
            return new Witness(path.toString(), -1, 0);
        }
    }

    static Witness of(Path path, BasicFileAttributes attributes) {
        var time = attributes.lastModifiedTime();
        return new Witness(path.toString(), attributes.size(), time.to(TimeUnit.MICROSECONDS));
    }

    boolean isUnchanged() {
        return equals(of(Path.of(path)));
    }
}
