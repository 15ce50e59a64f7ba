package io.gearmancdi.server.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the files for systemd and for containers, run with the jar of this build. */
@Timeout(120)
class ExamplesIT {
    private static final Path EXAMPLES = Path.of("..", "examples", "server");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private static String value(String file, String key) throws IOException {
        return Files.readAllLines(EXAMPLES.resolve(file)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow();
    }

    private void servesAndEndsWell(List<String> command, String listen) throws Exception {
        var builder = new ProcessBuilder(command)
                .redirectError(directory.resolve("err").toFile());
        builder.environment().put("GEARMAN_SERVER_PORT", "0");
        builder.environment().put("GEARMAN_SERVER_LISTEN", listen);
        var process = builder.start();
        processes.add(process);

        assertThat(process.inputReader().readLine()).startsWith("Ready: listening on " + listen + ":");
        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void theUnitForSystemd() throws Exception {
        var words = new ArrayList<>(
                List.of(value("gearman-cdi-server.service", "ExecStart=").split(" ", -1)));
        assertThat(words.get(0)).endsWith("/java");
        words.set(0, JAVA);
        words.replaceAll(word -> word.endsWith("-exec.jar") ? System.getProperty("exec.jar") : word);

        servesAndEndsWell(words, "127.0.0.1");
    }

    @Test
    void systemdFindsNothingWrongWithTheUnit() throws Exception {
        var analyze = Path.of("/usr/bin/systemd-analyze");
        if (!Files.isExecutable(analyze)) {
            var message = "SKIPPED: no program '" + analyze + "' (Debian: systemd)";
            if ("required".equals(System.getProperty("gearmand"))) {
                fail(message);
            }
            System.getLogger("io.gearmancdi.server").log(System.Logger.Level.WARNING, message);
            abort(message);
        }
        var name = "gearman-cdi-server.service";
        var text =
                Files.readString(EXAMPLES.resolve(name)).replace("ExecStart=/usr/bin/java ", "ExecStart=" + JAVA + ' ');
        var unit = Files.writeString(directory.resolve(name), text);
        var output = directory.resolve("verified");

        var process = new ProcessBuilder(analyze.toString(), "verify", "--man=no", unit.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        processes.add(process);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).isEmptyFile();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void theEntryPointOfTheContainer() throws Exception {
        var copied = value("Dockerfile", "COPY ").split(" ", -1);
        var jar = Path.of(System.getProperty("exec.jar"));
        assertThat(jar.getFileSystem().getPathMatcher("glob:" + copied[0]).matches(jar.getFileName()))
                .isTrue();
        var entryPoint = value("Dockerfile", "ENTRYPOINT ").replaceAll("[\\[\\]\" ]", "");
        var words = new ArrayList<>(Arrays.asList(entryPoint.split(",", -1)));
        assertThat(words).startsWith("java").endsWith(copied[1]);
        words.set(0, JAVA);
        words.set(words.size() - 1, jar.toString());

        servesAndEndsWell(words, value("Dockerfile", "ENV GEARMAN_SERVER_LISTEN="));
    }
}
