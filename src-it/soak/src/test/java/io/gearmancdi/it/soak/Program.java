package io.gearmancdi.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program of the server in a process of its own, on one port however often it starts. */
final class Program implements AutoCloseable {
    private final List<String> options;
    private final ServerAddress address;
    private Process process;

    Program(String... options) throws IOException {
        this.options = List.of(options);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = new ServerAddress("127.0.0.1", socket.getLocalPort());
        }
        process = launch();
    }

    ServerAddress address() {
        return address;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.gearmancdi.server.main.Main",
                "--port=" + address.port(),
                "--log-file=none"));
        command.addAll(options);
        var started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        assertThat(started.inputReader().readLine()).startsWith("Ready:");
        return started;
    }

    /** As {@code kill -9} does, and starts it again. */
    void restart() throws IOException, InterruptedException {
        close();
        process = launch();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
