package io.gearmancdi.examples.weldse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnitFilesTest {

    @Test
    void systemd_runs_the_command_that_supervisord_runs() throws IOException {
        var supervisord = value("supervisord.conf", "command=").replace("%(here)s/../target/app", "/opt/checksums");
        assertThat(value("gearman-checksums.service", "ExecStart=")).isEqualTo(supervisord);
    }

    private static String value(String file, String key) throws IOException {
        return Files.readAllLines(Path.of("etc", file)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow();
    }
}
