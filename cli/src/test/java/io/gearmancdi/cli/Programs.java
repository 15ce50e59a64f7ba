package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Programs of others that a test needs. */
final class Programs {

    private Programs() {}

    /**
     * The path of a program; where it is not installed, the test fails if it is required, and is skipped loudly else.
     */
    static String path(String name) {
        for (var directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
            var program = Path.of(directory, name);
            if (Files.isExecutable(program)) {
                return program.toString();
            }
        }
        var missing = name + " is not installed";
        if ("required".equals(System.getProperty("gearmand"))) {
            fail(missing);
        }
        System.err.println("SKIPPED: " + missing);
        throw new TestAbortedException(missing);
    }
}
