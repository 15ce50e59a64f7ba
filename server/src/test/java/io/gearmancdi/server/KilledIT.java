package io.gearmancdi.server;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_UNIQ;
import static io.gearmancdi.protocol.PacketType.JOB_ASSIGN_UNIQ;
import static io.gearmancdi.protocol.PacketType.JOB_CREATED;
import static io.gearmancdi.protocol.PacketType.NO_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The executable jar, killed again and again while it is busy. */
@Timeout(300)
class KilledIT {
    private static final int ACCEPTED_PER_ROUND = 600;
    private static final int BURST = 40;
    private static final String READY = "Ready: listening on 127.0.0.1:";

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> executed = ConcurrentHashMap.newKeySet();
    private final Semaphore answers = new Semaphore(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
        threads.shutdownNow();
    }

    private int start(String flush) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // starts often, and lives for a moment
                        "-XX:+UseSerialGC",
                        "-jar",
                        System.getProperty("exec.jar"),
                        "--port=0",
                        "--queue-type=file",
                        "--queue-directory=" + directory.resolve("store"),
                        "--queue-flush=" + flush)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("err").toFile()))
                .start();
        processes.add(process);
        var line = process.inputReader().readLine();
        assertThat(line).startsWith(READY);
        return Integer.parseInt(line.substring(READY.length()));
    }

    private static TestPeer connect(int port) throws IOException {
        return TestPeer.at(InetAddress.getLoopbackAddress(), port);
    }

    @ParameterizedTest
    @CsvSource({"each, 10", "interval, 4"})
    void losesNoJobThatItHasAccepted(String flush, int rounds) throws Exception {
        var handles = new HashSet<String>();
        for (int round = 0; round < rounds; round++) {
            int port = start(flush);
            try (var client = connect(port)) {
                client.sends(SUBMIT_JOB_BG, "nobody", "same", "w");
                handles.add(client.gets().text(0));
            }
            var submitting = submitting(port, round);
            var working = threads.submit(() -> work(port, false));
            assertThat(answers.tryAcquire(ACCEPTED_PER_ROUND, 60, TimeUnit.SECONDS))
                    .as("jobs are accepted")
                    .isTrue();
            processes.get(round).destroyForcibly(); // SIGKILL
            assertThat(processes.get(round).waitFor(60, TimeUnit.SECONDS)).isTrue();
            for (var each : submitting) {
                each.get(60, TimeUnit.SECONDS);
            }
            working.get(60, TimeUnit.SECONDS);
            answers.drainPermits();
        }
        work(start(flush), true);

        assertThat(accepted).hasSizeGreaterThanOrEqualTo(rounds * ACCEPTED_PER_ROUND);
        assertThat(executed).containsAll(accepted);
        assertThat(handles).as("one job, whatever the process").hasSize(1);
    }

    private List<Future<?>> submitting(int port, int round) {
        var all = new ArrayList<Future<?>>();
        for (int client = 0; client < 2; client++) {
            var prefix = round + "-" + client + '-';
            all.add(threads.submit(() -> submit(port, prefix)));
        }
        return all;
    }

    /** Until the server dies. */
    private void submit(int port, String prefix) {
        try (var client = connect(port)) {
            for (int first = 0; ; first += BURST) {
                var burst = new Packet[BURST];
                for (int i = 0; i < BURST; i++) {
                    burst[i] = Packet.ofText(SUBMIT_JOB_BG, "f", prefix + (first + i), "workload of " + prefix);
                }
                client.sends(burst);
                for (int i = 0; i < BURST; i++) {
                    assertThat(client.gets().type()).isEqualTo(JOB_CREATED);
                    accepted.add(prefix + (first + i));
                    answers.release();
                }
            }
        } catch (IOException | AssertionError e) {
            // it was killed
        }
    }

    /** Until the server dies, or there are no more jobs. */
    private Void work(int port, boolean toTheEnd) throws IOException {
        try (var worker = connect(port)) {
            worker.sends(CAN_DO, "f");
            while (true) {
                var answer = worker.sends(GRAB_JOB_UNIQ).gets();
                if (answer.type() == JOB_ASSIGN_UNIQ) {
                    executed.add(new String(answer.bytes(2), UTF_8));
                    worker.sends(WORK_COMPLETE, answer.text(0), "");
                } else if (answer.type() == NO_JOB && toTheEnd) {
                    return null;
                }
            }
        } catch (IOException | AssertionError e) {
            if (toTheEnd) {
                throw e;
            }
            return null; // it was killed
        }
    }
}
