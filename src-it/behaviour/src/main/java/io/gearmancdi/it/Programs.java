package io.gearmancdi.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The programs of the C implementation, where they are installed. */
public final class Programs {

    private Programs() {}

    /**
     * Finds a program. Where it is absent the test fails, or is skipped where the system property {@code gearmand} is
     * not {@code required}.
     *
     * @param program its name
     * @return where it is
     */
    public static Path find(String program) {
        return onThePath(program).orElseGet(() -> absent("program '" + program + "' on the PATH or in /usr/sbin"));
    }

    /**
     * Says that something is not installed: the test fails, or is skipped where the system property {@code gearmand} is
     * not {@code required}.
     *
     * @param thing what is absent
     * @return never
     */
    public static Path absent(String thing) {
        var message = "There is no " + thing;
        if ("required".equals(System.getProperty("gearmand"))) {
            Assertions.fail(message + ", and it is required");
        }
        System.getLogger("io.gearmancdi.it").log(System.Logger.Level.WARNING, "SKIPPED: " + message);
        return Assumptions.abort(message);
    }

    private static Optional<Path> onThePath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
