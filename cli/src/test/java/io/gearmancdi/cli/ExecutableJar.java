package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the executable jar as a process, with a cache of its own. */
@Timeout(240)
abstract class ExecutableJar {

    static final String WORKER = "io.gearmancdi.cli.Echo";

    @TempDir
    Path files;

    private final List<String> options = new ArrayList<>();
    private Path application = Path.of(System.getProperty("test.classes"));

    @BeforeEach
    void startsQuickly() {
        option("-XX:TieredStopAtLevel=1");
    }

    /** An option of the JVM, for all runs of the test. */
    final void option(String option) {
        options.add(option);
    }

    final Path application() {
        return application;
    }

    final void applicationIs(Path other) {
        application = other;
    }

    /** Copies the application, so that it can be changed. */
    final Path ownApplication(String directory) throws IOException {
        var target = files.resolve(directory);
        try (Stream<Path> all = Files.walk(application)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var copy = target.resolve(application.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        application = target;
        return target;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    final List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(options);
        command.add("-jar");
        command.add(System.getProperty("exec.jar"));
        command.addAll(List.of(arguments));
        command.add("--class-path=" + application);
        return command;
    }

    final Process launch(String... arguments) throws IOException {
        return start(command(arguments));
    }

    final Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectOutput(files.resolve("out").toFile())
                .redirectError(files.resolve("err").toFile());
        builder.environment().put("XDG_CACHE_HOME", files.resolve("caches").toString());
        return builder.start();
    }

    final int run(String... arguments) throws Exception {
        return code(launch(arguments));
    }

    static int code(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    final String out() throws IOException {
        return Files.readString(files.resolve("out"));
    }

    final String err() throws IOException {
        return Files.readString(files.resolve("err"));
    }
}
