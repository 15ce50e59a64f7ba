package io.gearmancdi.it.peers;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.it.Programs;
import io.gearmancdi.it.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** The scripts of this package, run by {@code php} with its extension {@code gearman}. */
final class Php {

    private static final Duration END = Duration.ofSeconds(60);

    private Php() {}

    /** Starts a script; it runs until it is closed. */
    static ServerProcess start(String script, ServerAddress server, String... arguments) {
        try {
            var command = Stream.concat(
                    Stream.of(program(), path(script), server.host(), Integer.toString(server.port())),
                    Stream.of(arguments));
            return new ServerProcess(command.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script to its end. */
    static List<String> run(String script, ServerAddress server, String... arguments) throws InterruptedException {
        try (var process = start(script, server, arguments)) {
            Assertions.assertThat(process.ends(END)).as("%s ends", script).isTrue();
            var output = process.output();
            Assertions.assertThat(process.exitCode()).as(output).isZero();
            return output.lines().toList();
        }
    }

    private static String program() throws IOException {
        var program = Programs.find("php").toString();
        try (var asked = new ServerProcess(List.of(program, "-r", "exit((int) !extension_loaded('gearman'));"))) {
            if (asked.ends(END) && asked.exitCode() == 0) {
                return program;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Programs.absent("extension 'gearman' of PHP").toString();
    }

    private static String path(String script) {
        try {
            return Path.of(Objects.requireNonNull(Php.class.getResource(script)).toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
