package io.gearmancdi.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gearmancdi.protocol.PacketType;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The programs {@code gearman} and {@code gearadmin} of libgearman as clients, workers and operators of this server.
 */
@Timeout(60)
class GearmanProgramTest {
    private final List<Process> processes = new ArrayList<>();
    private EmbeddedJobServer server;

    @BeforeEach
    void start() throws IOException {
        for (var program : List.of("gearman", "gearadmin")) {
            if (!isOnThePath(program)) {
                var message = "SKIPPED: no program '" + program + "' on the PATH (Debian: gearman-tools)";
                if ("required".equals(System.getProperty("gearmand"))) {
                    fail(message);
                }
                System.getLogger("io.gearmancdi.server").log(System.Logger.Level.WARNING, message);
                assumeTrue(false, message);
            }
        }
        server = EmbeddedJobServer.builder().port(0).start();
    }

    private static boolean isOnThePath(String program) {
        for (var directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
            if (new File(directory, program).canExecute()) {
                return true;
            }
        }
        return false;
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroy);
        if (server != null) {
            server.close();
        }
    }

    private Process runs(String... command) throws IOException {
        var all = new ArrayList<>(List.of(command));
        all.addAll(1, List.of("-h", "127.0.0.1", "-p", String.valueOf(server.port())));
        var process = new ProcessBuilder(all).redirectErrorStream(true).start();
        processes.add(process);
        process.getOutputStream().close();
        return process;
    }

    private String output(String... command) throws IOException, InterruptedException {
        var process = runs(command);
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    @Test
    void aClientAndAWorkerTalkThroughThisServer() throws Exception {
        runs("gearman", "-w", "-f", "up", "--", "tr", "a-z", "A-Z");

        assertThat(output("gearman", "-f", "up", "hello")).isEqualTo("HELLO");
        assertThat(output("gearman", "-f", "up", "-I", "high")).isEqualTo("HIGH");
        assertThat(output("gearman", "-f", "up", "-L", "low")).isEqualTo("LOW");
    }

    @Test
    void jobsInTheBackgroundWaitForAWorker() throws Exception {
        output("gearman", "-f", "up", "-b", "one");
        output("gearman", "-f", "up", "-b", "two");
        assertThat(output("gearadmin", "--status")).isEqualTo("up\t2\t0\t0\n.\n");

        runs("gearman", "-w", "-f", "up", "--", "cat");

        Awaitility.await()
                .untilAsserted(() -> assertThat(output("gearadmin", "--status")).isEqualTo("up\t0\t0\t1\n.\n"));
    }

    @Test
    void aWorkerThatIsKilledLosesItsJobToTheNext() throws Exception {
        var stuck = runs("gearman", "-w", "-f", "up", "--", "sleep", "60");
        try (var client = TestPeer.of(server)) {
            client.sends(PacketType.SUBMIT_JOB, "up", "u", "hello").gets();
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(output("gearadmin", "--status")).isEqualTo("up\t1\t1\t1\n.\n"));

            stuck.destroyForcibly();
            runs("gearman", "-w", "-f", "up", "--", "tr", "a-z", "A-Z");

            var result = client.gets();
            while (result.type() != PacketType.WORK_COMPLETE) {
                assertThat(result.text(1)).isEqualTo("HELLO");
                result = client.gets();
            }
        }
        assertThat(output("gearadmin", "--status")).isEqualTo("up\t0\t0\t1\n.\n");
    }

    @Test
    void anOperatorSeesAndCancelsJobs() throws Exception {
        output("gearman", "-f", "up", "-b", "-u", "mine", "x");
        var handle = "H:" + HostName.ofThisMachine() + ":1";

        assertThat(output("gearadmin", "--server-version")).isNotBlank();
        assertThat(output("gearadmin", "--getpid"))
                .isEqualTo(ProcessHandle.current().pid() + "\n");
        assertThat(output("gearadmin", "--show-jobs")).isEqualTo(handle + "\t0\t0\t1\n.\n");
        assertThat(output("gearadmin", "--show-unique-jobs")).isEqualTo("mine\n.\n");
        assertThat(output("gearadmin", "--priority-status")).isEqualTo("up\t0\t1\t0\t0\n.\n");
        assertThat(output("gearadmin", "--workers")).contains(" 127.0.0.1 - :");
        assertThat(output("gearadmin", "--cancel-job=" + handle)).startsWith("OK");
        assertThat(output("gearadmin", "--create-function=new")).startsWith("OK");
        assertThat(output("gearadmin", "--status")).isEqualTo("up\t0\t0\t0\nnew\t0\t0\t0\n.\n");
        assertThat(output("gearadmin", "--drop-function=new")).startsWith("OK");
    }
}
