package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs in the executable jar, which runs as a process with little memory or few sockets. */
@Timeout(120)
class SmallProcessIT {
    private static final String READY = "Ready: listening on 127.0.0.1:";

    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** On a free port. */
    private Process run(Map<String, String> environment, String... java) throws IOException {
        var command = new ArrayList<>(List.of(java));
        command.addAll(List.of("-jar", System.getProperty("exec.jar"), "--port", "0"));
        var builder = new ProcessBuilder(command)
                .redirectError(directory.resolve("err").toFile());
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

    @Test
    void handlesHaveThePrefixOfTheEnvironment() throws Exception {
        var process = run(Map.of("GEARMAN_SERVER_JOB_HANDLE_PREFIX", "H:env"), java());

        assertThat(handle(port(process.inputReader()))).isEqualTo("H:env:1");
    }

    private static String handle(int port) throws IOException {
        try (var client = peer(port)) {
            return client.sends(SUBMIT_JOB_BG, "f", "u", "w").gets().text(0);
        }
    }

    private static TestPeer peer(int port) throws IOException {
        return TestPeer.at(InetAddress.getLoopbackAddress(), port);
    }

    /** As the examples for systemd and containers run it. */
    @Test
    void isSmallWhileItHasNothingToDo() throws Exception {
        var status = Path.of("/proc");
        Assumptions.assumeTrue(Files.isDirectory(status), "SKIPPED: only Linux tells the size of a process");
        var process = run(Map.of(), java(), "-Xmx256m", "-XX:+UseSerialGC");
        handle(port(process.inputReader()));

        var resident = Files.readAllLines(status.resolve(process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();

        assertThat(resident.orElseThrow()).as("kB in memory").isLessThan(75_000);
    }

    @Test
    void refusesWhatHasNoRoomInASmallHeap() throws Exception {
        var process = run(Map.of(), java(), "-Xmx256m", "-XX:+UseG1GC");
        try (var client = peer(port(process.inputReader()))) {
            var justOverHalfARegion = Packet.of(SUBMIT_JOB_BG, new byte[] {'f'}, new byte[0], new byte[525_000]);
            var answer = client.sends(justOverHalfARegion).gets();
            while (answer.type() == PacketType.JOB_CREATED) {
                answer = client.sends(justOverHalfARegion).gets();
            }

            assertThat(answer.text(0)).isEqualTo("QUEUE_ERROR");
            client.waits();
        }
    }

    @Test
    void waitsWithoutHasteWhereTheSystemHasNoRoomForMoreConnections() throws Exception {
        var process = run(Map.of(), "bash", "-c", "ulimit -n 60; exec \"$@\"", "bash", java(), "-XX:-MaxFDLimit");
        int port = port(process.inputReader());
        var peers = new ArrayList<TestPeer>();
        for (int i = 0; i < 100; i++) {
            peers.add(peer(port));
        }
        peers.get(0).waits();
        for (var peer : peers.subList(0, 90)) {
            peer.close();
        }

        peers.get(99).waits().close();
        assertThat(directory.resolve("err"))
                .content()
                .satisfies(log -> assertThat(log.split("GCS004", -1).length - 1).isBetween(1, 10));
    }

    @Test
    void drainsAtSigusr1() throws Exception {
        var process = run(Map.of(), java());
        int port = port(process.inputReader());
        try (var client = peer(port);
                var worker = peer(port)) {
            var handle = client.sends(SUBMIT_JOB, "f", "", "w").gets().text(0);
            worker.sends(CAN_DO, "f").sends(GRAB_JOB).gets();

            assertThat(new ProcessBuilder("kill", "-USR1", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            Awaitility.await()
                    .untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
                            .isThrownBy(() -> peer(port).close()));
            worker.waits().sends(WORK_COMPLETE, handle, "done");

            assertThat(client.gets()).isEqualTo(Packet.ofText(WORK_COMPLETE, handle, "done"));
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
