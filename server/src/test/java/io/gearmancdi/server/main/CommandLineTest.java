package io.gearmancdi.server.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.gearmancdi.TlsSettings;
import io.gearmancdi.server.ClientAuth;
import io.gearmancdi.server.EmbeddedJobServer;
import io.gearmancdi.spi.FlushPolicy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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
    void everyOptionReachesTheServer() {
        var options = parsed(
                Map.of(),
                "-p1",
                "-L::1",
                "-j2",
                "-w3",
                "-b4",
                "-R",
                "--exceptions",
                "--job-handle-prefix=H:x",
                "--max-packet-size=5",
                "--max-output=6",
                "--max-queue-bytes=7",
                "--max-connections=8",
                "--max-functions=9",
                "--max-function-length=10",
                "--handshake-timeout=11",
                "--idle-timeout=12",
                "--queue-type=file",
                "--queue-directory=jobs",
                "--queue-flush=interval",
                "--queue-flush-interval=13",
                "--local-operators",
                "--allow-shutdown",
                "--ssl",
                "--ssl-ca-file=ca",
                "--ssl-certificate=cert",
                "--ssl-key=key",
                "--ssl-key-password=secret",
                "--ssl-client-auth=need");

        var told = told(options);
        var tls = (TlsSettings) told.remove("tls");
        assertThat(tls.trust()).contains(Path.of("ca"));
        assertThat(tls.certificate()).contains(Path.of("cert"));
        assertThat(tls.key()).contains(Path.of("key"));
        assertThat(tls.keyPassword()).contains("secret");
        assertThat(told)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("port", 1),
                        entry("host", "::1"),
                        entry("jobTries", 2),
                        entry("wakeUps", 3),
                        entry("backlog", 4),
                        entry("roundRobin", true),
                        entry("exceptions", true),
                        entry("handlePrefix", "H:x"),
                        entry("maxPacketSize", 5),
                        entry("maxOutput", 6L),
                        entry("maxQueueBytes", 7L),
                        entry("maxConnections", 8),
                        entry("maxFunctions", 9),
                        entry("maxFunctionLength", 10),
                        entry("handshakeTimeout", Duration.ofSeconds(11)),
                        entry("idleTimeout", Duration.ofSeconds(12)),
                        entry("store", Path.of("jobs")),
                        entry("flush", FlushPolicy.INTERVAL),
                        entry("flushInterval", Duration.ofMillis(13)),
                        entry("localOperators", true),
                        entry("shutdownCommand", true),
                        entry("clientAuth", ClientAuth.NEED)));
    }

    /** What a builder hears from the options. */
    private static Map<String, Object> told(ServerOptions options) {
        var told = new HashMap<String, Object>();
        options.applyTo((EmbeddedJobServer.Builder) Proxy.newProxyInstance(
                EmbeddedJobServer.class.getClassLoader(),
                new Class<?>[] {EmbeddedJobServer.Builder.class},
                (builder, setting, values) -> {
                    told.put(setting.getName(), values[0]);
                    return builder;
                }));
        return told;
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> parsed(Map.of(), "--speed=1"));
        assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> parsed(Map.of(), "--port=x"));
        assertThat(commandLine(Map.of()).execute("--port=70000")).isEqualTo(2);
        assertThat(err.toString()).contains("port out of range: 70000");
    }

    @Test
    void whatCannotBeUsedIsNamedInOneLine() {
        for (var option : List.of("--log-file", "--pid-file", "--listen")) {
            err.getBuffer().setLength(0);
            var value = option.equals("--listen") ? "no such host" : "/no/such/directory/x";

            assertThat(commandLine(Map.of()).execute("-p0", option, value)).isEqualTo(1);

            assertThat(err.toString()).startsWith("Cannot ").contains(value).hasLineCount(1);
        }
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
