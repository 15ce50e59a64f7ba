package io.gearmancdi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That the comparison of servers works and what it prints looks like; its figures are worth nothing here. */
@Timeout(180)
class CompareServersTest {

    private static final String NUMBER = " +[0-9.]+";
    private static final String RATIO = " +[0-9.]+ \\([0-9.]+, [0-9.]+\\)";

    @TempDir
    Path directory;

    @Test
    void shows_the_embedded_server_beside_gearmand() throws Exception {
        var lines = run("--queued", "200", "--starts", "1");

        assertThat(lines.get(0)).containsSubsequence("embedded", "-t 1", "-t 4", "ratio", "CPU us per job");
        for (var measure : List.of("submit asynchronously", "drain", "echo, 64 outstanding")) {
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line)
                            .matches(measure + (NUMBER + "/s").repeat(3) + RATIO + NUMBER + " /" + NUMBER + " /"
                                    + NUMBER));
        }
        for (var measure : List.of("echo, one caller", "one job, 1,000 idle workers")) {
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line)
                            .matches(measure + (NUMBER + " us").repeat(3) + RATIO + NUMBER + " /" + NUMBER + " /"
                                    + NUMBER));
        }
        for (var server : List.of("embedded", "gearmand")) {
            assertThat(lines)
                    .anyMatch(line -> line.matches(
                            server + " listens [0-9]+ ms after its start, with" + NUMBER + " MB in memory"));
        }
        assertThat(lines).anyMatch(line -> line.matches(" +200 jobs queued with uniques .* us to drain each"));
    }

    @Test
    void shows_memory_beside_the_flush_policies_of_the_store() throws Exception {
        var lines = run("--stores", "--directory", directory.toString());

        for (var measure : List.of("submit", "drain")) {
            for (var server : List.of("memory", "none", "interval", "each")) {
                assertThat(lines)
                        .anySatisfy(line ->
                                assertThat(line).matches(measure + ", " + server + NUMBER + "/s" + RATIO + NUMBER));
            }
        }
        assertThat(directory).as("stores are gone").isEmptyDirectory();
    }

    private List<String> run(String... more) throws IOException, InterruptedException {
        Stream.of("python3", "gcc", "gearmand").forEach(CompareServersTest::require);
        var server = Path.of("..", "server", "target");
        try (var files = Files.isDirectory(server) ? Files.list(server) : Stream.<Path>empty()) {
            if (files.noneMatch(file -> file.toString().endsWith("-exec.jar"))) {
                absent("executable jar of the server in " + server);
            }
        }
        var command =
                new ArrayList<>(List.of("./compare-servers", "--rounds", "1", "--scale", "0.001", "--warm-up", "1"));
        command.addAll(List.of(
                "--java",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(more));
        var output = Files.createTempFile("compare", ".out");
        var errors = Files.createTempFile("compare", ".err");
        var process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
            return Files.readAllLines(output);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static void require(String program) {
        var path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
        if (Stream.of(path.split(File.pathSeparator, -1))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            absent("program '" + program + "' on the PATH or in /usr/sbin");
        }
    }

    private static void absent(String thing) {
        var message = "There is no " + thing;
        if ("required".equals(System.getProperty("gearmand"))) {
            fail(message + ", and it is required");
        }
        System.getLogger("io.gearmancdi.benchmarks").log(System.Logger.Level.WARNING, "SKIPPED: " + message);
        Assumptions.abort(message);
    }
}
