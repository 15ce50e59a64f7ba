package io.gearmancdi.server.main;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar as a process. */
@Timeout(120)
class ProgramIT {
    private static final String PASSWORD = "changeit";
    private static final String READY = "Ready: listening on 127.0.0.1:";

    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process run(Map<String, String> environment, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("exec.jar")));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectError(directory.resolve("err" + processes.size()).toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        processes.add(process);
        return process;
    }

    private static int port(BufferedReader output) throws IOException {
        var line = output.readLine();
        assertThat(line).startsWith(READY);
        return Integer.parseInt(line.substring(READY.length()));
    }

    private static String ask(int port, String line) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return ask(socket, line);
        }
    }

    private static String ask(Socket socket, String line) throws IOException {
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }

    private static int ends(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        return process.exitValue();
    }

    @Test
    void saysThatItIsReadyServesAndEndsWellAtSigterm() throws Exception {
        var pid = directory.resolve("pid");
        var process = run(Map.of(), "--port", "0", "--listen", "127.0.0.1", "--pid-file", pid.toString());
        int port = port(process.inputReader());
        assertThat(ask(port, "version")).startsWith("OK ");
        assertThat(ask(port, "getpid")).isEqualTo("OK " + process.pid());
        assertThat(Files.readString(pid)).isEqualTo(process.pid() + "\n");

        process.destroy();

        assertThat(ends(process)).isZero();
        assertThat(pid).doesNotExist();
    }

    @Test
    void servesTlsAloneWhereItIsTold() throws Exception {
        var store = directory.resolve("server.p12");
        assertThat(ends(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=ip:127.0.0.1")
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("keytool").toFile())
                        .start()))
                .isZero();
        var process = run(
                Map.of("GEARMAN_SERVER_SSL_KEY_PASSWORD", PASSWORD), "--port=0", "--ssl", "--ssl-certificate=" + store);
        int port = port(process.inputReader());

        try (var socket = trusting(store).createSocket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(ask(socket, "version")).startsWith("OK ");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(ask(socket, "version"))
                    .satisfiesAnyOf(
                            answer -> assertThat(answer).isNull(),
                            answer -> assertThat(answer).doesNotContain("OK"));
        }
    }

    private static SocketFactory trusting(Path store) throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    @Test
    void saysWhyItCannotListen() throws Exception {
        var first = run(Map.of(), "--port", "0");
        int port = port(first.inputReader());

        var second = run(Map.of(), "--port", Integer.toString(port));

        assertThat(ends(second)).isEqualTo(1);
        assertThat(directory.resolve("err1")).content().contains("Cannot listen on 127.0.0.1:" + port);
        assertThat(second.inputReader().readLine()).isNull();
    }

    @Test
    void logsToAFile() throws Exception {
        var log = directory.resolve("log");
        var process = run(Map.of(), "--port", "0", "--log-file", log.toString());
        port(process.inputReader());

        Awaitility.await().untilAsserted(() -> assertThat(log).content().contains("GCS001"));
    }
}
