package io.gearmancdi.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The programs {@code gearman} and {@code gearadmin} of libgearman, and a server that misbehaves to them. */
@Timeout(120)
class ForeignPeersTest {
    private final List<Process> processes = new ArrayList<>();
    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        for (var program : List.of("gearman", "gearadmin")) {
            if (!isOnThePath(program)) {
                var message = "SKIPPED: no program '" + program + "' on the PATH (Debian: gearman-tools)";
                if ("required".equals(System.getProperty("gearmand"))) {
                    fail(message);
                }
                System.getLogger("io.gearmancdi.testing").log(System.Logger.Level.WARNING, message);
                abort(message);
            }
        }
        server = ScriptedServer.start();
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
        processes.forEach(Process::destroyForcibly);
        if (server != null) {
            server.close();
        }
    }

    private Process runs(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                program,
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(server.address().port())));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        process.getOutputStream().close();
        return process;
    }

    private void worker() throws IOException {
        runs("gearman", "-w", "-f", "up", "--", "tr", "a-z", "A-Z");
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        return process.exitValue();
    }

    @Test
    void aClientAndAWorkerTalkThroughIt() throws Exception {
        worker();

        var client = runs("gearman", "-f", "up", "hello");

        assertThat(output(client)).isEqualTo("HELLO");
        assertThat(exitCode(client)).isZero();
        assertThat(server.passed(FaultPoint.OUTCOME)).isEqualTo(1);
    }

    @Test
    void aClientHearsThatItsJobIsRefused() throws Exception {
        server.at(FaultPoint.SUBMISSION, Fault.error("QUEUE_ERROR", "Job queue is full"));

        var client = runs("gearman", "-f", "up", "-b", "hello");

        assertThat(output(client)).contains("QUEUE_ERROR");
        assertThat(server.statistics().createdJobs()).isZero();
    }

    @Test
    void aClientLosesItsServerBeforeTheOutcome() throws Exception {
        server.at(FaultPoint.OUTCOME, Fault.close());
        worker();

        assertThat(output(runs("gearman", "-f", "up", "hello"))).contains("lost connection");
        assertThat(server.statistics().completedJobs()).isEqualTo(1);
    }

    @Test
    void aWorkerThatLosesItsServerComesBackForTheJob() throws Exception {
        server.at(FaultPoint.ASSIGNMENT, Fault.reset());
        worker();

        assertThat(output(runs("gearman", "-f", "up", "hello"))).isEqualTo("HELLO");

        assertThat(server.passed(FaultPoint.ASSIGNMENT)).isEqualTo(2);
    }

    @Test
    void anOperatorSeesItsQueues() throws Exception {
        assertThat(exitCode(runs("gearman", "-f", "up", "-b", "one"))).isZero();

        assertThat(output(runs("gearadmin", "--status"))).isEqualTo("up\t1\t0\t0\n.\n");
    }
}
