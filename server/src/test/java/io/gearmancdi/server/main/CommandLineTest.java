package io.gearmancdi.server.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gearmancdi.server.EmbeddedJobServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private CommandLine commandLine(Map<String, String> environment) {
        return Main.commandLine(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setDefaultValueProvider(new Environment(environment));
    }

    private ServerOptions parsed(Map<String, String> environment, String... arguments) {
        var line = commandLine(environment);
        line.parseArgs(arguments);
        ServerCommand command = line.getCommand();
        return command.options;
    }

    @Test
    void listensOnTheLoopbackUnlessTold() {
        var options = parsed(Map.of());

        assertThat(options.listen).isEqualTo("127.0.0.1");
        assertThat(options.port).isEqualTo(4730);
    }

    @Test
    void namesAreThoseOfGearmand() {
        var options = parsed(
                Map.of(),
                "-p",
                "1",
                "-L",
                "0.0.0.0",
                "-j",
                "3",
                "-w",
                "2",
                "-b",
                "9",
                "-R",
                "--exceptions",
                "--job-handle-prefix=x");

        assertThat(options.port).isEqualTo(1);
        assertThat(options.listen).isEqualTo("0.0.0.0");
        assertThat(options.jobRetries).isEqualTo(3);
        assertThat(options.workerWakeup).isEqualTo(2);
        assertThat(options.backlog).isEqualTo(9);
        assertThat(options.roundRobin).isTrue();
        assertThat(options.exceptions).isTrue();
        assertThat(options.jobHandlePrefix).isEqualTo("x");
    }

    @Test
    void theEnvironmentFillsTheGaps() {
        var environment = Map.of(
                "GEARMAN_SERVER_PORT",
                "1",
                "GEARMAN_SERVER_MAX_PACKET_SIZE",
                "2",
                "GEARMAN_SERVER_ROUND_ROBIN",
                "true");

        var options = parsed(environment, "--port", "3");

        assertThat(options.port).isEqualTo(3);
        assertThat(options.maxPacketSize).isEqualTo(2);
        assertThat(options.roundRobin).isTrue();
    }

    @Test
    void everyOptionReachesTheServer() throws Exception {
        var options = parsed(
                Map.of(),
                "-p0",
                "-j1",
                "-w0",
                "-b10",
                "--max-packet-size=100000",
                "--max-output=100000",
                "--max-queue-bytes=100000",
                "--max-connections=10",
                "--max-functions=10",
                "--max-function-length=10",
                "--handshake-timeout=10",
                "--idle-timeout=10",
                "--local-operators",
                "--allow-shutdown");

        try (var server = options.applyTo(EmbeddedJobServer.builder()).start()) {
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> parsed(Map.of(), "--speed=1"));
        assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> parsed(Map.of(), "--port=x"));
        assertThat(commandLine(Map.of()).execute("--port=70000")).isEqualTo(2);
        assertThat(err.toString()).contains("port out of range: 70000");
    }

    @Test
    void optionsOfTlsWithoutTlsAreRefused() {
        for (var option : List.of(
                "--ssl-ca-file=x",
                "--ssl-certificate=x",
                "--ssl-key=x",
                "--ssl-key-password=x",
                "--ssl-client-auth=NEED")) {
            err.getBuffer().setLength(0);
            assertThat(commandLine(Map.of()).execute("-p0", option)).isEqualTo(2);
            assertThat(err.toString()).contains("without --ssl");
        }
    }

    @Test
    void tlsNeedsACertificateAndWhomToTrust() {
        assertThat(commandLine(Map.of()).execute("-p0", "--ssl")).isEqualTo(1);
        assertThat(err.toString()).contains("--ssl-certificate");

        assertThat(commandLine(Map.of()).execute("-p0", "--ssl", "--ssl-certificate=x", "--ssl-client-auth=need"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--ssl-ca-file");
    }

    @Test
    void helpNamesEveryOptionAndVersionTheProgram() {
        assertThat(commandLine(Map.of()).execute("--help")).isZero();
        for (var option : commandLine(Map.of()).getCommandSpec().options()) {
            assertThat(out.toString()).containsPattern(Pattern.quote(option.longestName()) + "[ =\n]");
        }
        out.getBuffer().setLength(0);

        assertThat(commandLine(Map.of()).execute("--version")).isZero();
        assertThat(out.toString()).startsWith("gearman-cdi-server ");
    }
}
