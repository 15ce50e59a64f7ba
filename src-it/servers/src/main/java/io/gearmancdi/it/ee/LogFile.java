package io.gearmancdi.it.ee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The file to which a server logs. */
public final class LogFile {

    private LogFile() {}

    /**
     * What comes, without what is there.
     *
     * @param file the file
     * @return tells what was written since this was called
     */
    public static Supplier<String> fromNow(Path file) {
        int before = Files.exists(file) ? read(file).length : 0;
        return () -> {
            byte[] all = read(file);
            return new String(all, before, all.length - before, StandardCharsets.UTF_8);
        };
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
