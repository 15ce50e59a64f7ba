package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines for supervisord and systemd run, also where paths hold whatever a path may hold. */
class LinesIT extends ExecutableJar {

    private static final String ODD = "it's a \"path\" ;of #100% $HOME \\ $$";

    private EmbeddedJobServer server;
    private Gearman gearman;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedJobServer.builder().port(0).start();
        gearman = Gearman.builder()
                .servers(List.of(new ServerAddress(server.host(), server.port())))
                .build();
        option("-Dgearman.servers=127.0.0.1:" + server.port());
        option("-Dgearman.defaults.job-prefix=50% of $this; \"and\" #that".replace(' ', '_'));
        option("-Dother.secret=hidden");
        ownApplication(ODD);
    }

    @AfterEach
    void end() throws Exception {
        gearman.close();
        server.close();
    }

    private String line(String label, String... command) throws Exception {
        assertThat(run(command)).as(err()).isZero();
        assertThat(out()).doesNotContain("hidden");
        return out().lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(line.indexOf(" : ") + 3))
                .findFirst()
                .orElseThrow();
    }

    private void answers() throws Exception {
        var function = "50%_of_$this;_\"and\"_#that" + WORKER + "~say";
        var call = gearman.client().foreign().doJobAsync(function, "hello");
        assertThat(call.toCompletableFuture().get(120, TimeUnit.SECONDS).text()).isEqualTo("hello");
    }

    @Test
    void supervisord_runs_its_line() throws Exception {
        var supervisord = Programs.path("supervisord");
        var line = line("@Worker\\supervisord", "worker:describe", WORKER, "--iterations=1000");
        assertThat(line).endsWith(" --iterations=1000");
        var settings = Files.writeString(files.resolve("supervisord.conf"), """
                [supervisord]
                nodaemon=true
                logfile=%1$s/log
                pidfile=%1$s/pid
                childlogdir=%1$s
                [program:worker]
                command=%2$s
                stdout_logfile=%1$s/worker.out
                stderr_logfile=%1$s/worker.err
                stopwaitsecs=60
                """.formatted(files, line));

        var process = start(List.of(supervisord, "-c", settings.toString()));
        try {
            answers();
        } finally {
            process.destroy();
        }

        assertThat(code(process)).isZero();
        assertThat(files.resolve("log")).content().contains("stopped: worker (exit status 0)");
    }

    @Test
    void systemd_finds_nothing_wrong_with_its_line() throws Exception {
        var analyze = Programs.path("systemd-analyze");
        var unit = Files.writeString(
                files.resolve("worker.service"),
                "[Service]\nExecStart=" + line("@job\\systemd", "job:describe", WORKER + "~say") + "\n");

        var process = start(List.of(analyze, "verify", unit.toString()));

        assertThat(code(process)).as(err()).isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void what_systemd_makes_of_its_line_runs() throws Exception {
        var words = asSystemd(line("@job\\systemd", "job:describe", WORKER + "~say"));

        var process = start(words);
        try {
            answers();
        } finally {
            process.destroy();
        }

        assertThat(code(process)).isZero();
    }

    /** Quotes, escapes, specifiers and variables, as systemd.service(5) and systemd.syntax(7) have them. */
    private static List<String> asSystemd(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\') {
                word.append(line.charAt(++i));
            } else if (c == '%' || c == '$') {
                assertThat(line.charAt(++i)).as("%s is doubled", c).isEqualTo(c);
                word.append(c);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }
}
