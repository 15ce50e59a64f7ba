package io.gearmancdi.examples.weldse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFilesTest {

    @Test
    void systemd_runs_the_command_that_supervisord_runs() throws IOException {
        var supervisord = value("supervisord.conf", "command=").replace("%(here)s/../target/app", "/opt/checksums");
        assertThat(value("gearman-checksums.service", "ExecStart=")).isEqualTo(supervisord);
    }

    @Test
    void systemd_finds_nothing_wrong_with_the_unit(@TempDir Path directory) throws Exception {
        var analyze = Path.of("/usr/bin/systemd-analyze");
        if (!"required".equals(System.getProperty("gearmand"))) {
            assumeTrue(Files.isExecutable(analyze), "NOT RUN: no program systemd-analyze (Debian: systemd)");
        }
        var name = "gearman-checksums.service";
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var unit = Files.writeString(
                directory.resolve(name),
                Files.readString(Path.of("etc", name)).replace("ExecStart=java ", "ExecStart=" + java + " "));
        var output = directory.resolve("verified");

        var process = new ProcessBuilder(analyze.toString(), "verify", "--man=no", unit.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(output).isEmptyFile();
        assertThat(process.exitValue()).isZero();
    }

    private static String value(String file, String key) throws IOException {
        return Files.readAllLines(Path.of("etc", file)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow();
    }
}
