package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.CallInterruptedException;
import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanException;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.OutcomeUnknownException;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.SubmissionUnknownException;
import io.gearmancdi.driver.Gearman;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that do not behave: each follows a script of bytes. */
@Timeout(60)
class SilentPeerTest {

    private static final int SUBMIT_JOB = 7;
    private static final int SUBMIT_JOB_BG = 18;
    private static final byte[] CREATED = response(8, "H:peer:1");

    private ServerSocket listener;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger submissions = new AtomicInteger();

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
        for (var socket : accepted) {
            socket.close();
        }
    }

    @Test
    void aServerThatNeverAnswersIsFoundOutByTheHeartbeat() {
        answersSubmissions(new byte[0], false);

        try (var gearman = gearman().heartbeat(Duration.ofMillis(200)).build()) {
            assertThatThrownBy(() -> client(gearman).doJob("f", "x")).isInstanceOf(SubmissionUnknownException.class);
        }
    }

    @Test
    void aServerThatFallsSilentAfterItsAcceptanceIsFoundOut() {
        answersSubmissions(CREATED, false);

        try (var gearman = gearman().heartbeat(Duration.ofMillis(200)).build()) {
            assertThatThrownBy(() -> client(gearman).doJob("f", "x")).isInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void withoutAHeartbeatTheCallersPatienceCounts() {
        answersSubmissions(new byte[0], false);

        try (var gearman = gearman().heartbeat(Duration.ZERO).build()) {
            assertThatThrownBy(() -> client(gearman).doJob("f", "x", JobOption.timeout(Duration.ofMillis(300))))
                    .isInstanceOf(JobTimeoutException.class);
        }
    }

    @Test
    void whoIsInterruptedWhileAServerDoesNotTellAStateHearsOfTheInterrupt() {
        answersSubmissions(new byte[0], false);

        try (var gearman = gearman().build()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> client(gearman).getJobStatusByUnique("f", "u"))
                    .isInstanceOf(CallInterruptedException.class);
            assertThat(Thread.interrupted()).as("it stays set").isTrue();
        }
    }

    @Test
    void aServerThatClosesBeforeItAnswersLeavesItUnknown() {
        answersSubmissions(new byte[0], true);

        try (var gearman = gearman().build()) {
            assertThatThrownBy(() -> client(gearman).doJob("f", "x")).isInstanceOf(SubmissionUnknownException.class);
        }
        assertThat(submissions).as("a foreground job is never submitted twice").hasValue(1);
    }

    @Test
    void aBackgroundJobWithAUniqueOfTheCallerIsNotRepeated() {
        answersSubmissions(new byte[0], true);

        try (var gearman = gearman().build()) {
            assertThatThrownBy(() -> client(gearman).doBackgroundJob("f", "x", JobOption.unique("mine")))
                    .isInstanceOf(SubmissionUnknownException.class);
        }
        assertThat(submissions).hasValue(1);
    }

    @Test
    void aBackgroundJobWithARandomUniqueIsRepeated() {
        answersSubmissions(new byte[0], true);

        try (var gearman = gearman().build()) {
            assertThatThrownBy(() -> client(gearman).doBackgroundJob("f", "x", JobOption.uniqueAtRandom()))
                    .isInstanceOf(GearmanException.class);
        }
        assertThat(submissions).hasValueGreaterThan(1);
    }

    @Test
    void aServerThatClosesAfterItsAcceptanceLeavesTheOutcomeUnknown() {
        answersSubmissions(CREATED, true);

        try (var gearman = gearman().build()) {
            assertThatThrownBy(() -> client(gearman).doJob("f", "x"))
                    .isInstanceOfSatisfying(
                            OutcomeUnknownException.class,
                            unknown -> assertThat(unknown.handle().orElseThrow().value())
                                    .isEqualTo("H:peer:1"));
        }
    }

    @Test
    void garbageEndsTheConnectionAndTheCall() {
        answersSubmissions("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8), false);

        try (var gearman = gearman().build()) {
            assertThatThrownBy(() -> client(gearman).doJob("f", "x")).isInstanceOf(GearmanException.class);
        }
    }

    @Test
    void anEnormousPacketIsNotWaitedFor() {
        answersSubmissions(new byte[] {0, 'R', 'E', 'S', 0, 0, 0, 8, (byte) 0xFF, (byte) 0xFF, 0, 0}, false);

        try (var gearman = gearman().build()) {
            assertThatThrownBy(() -> client(gearman).doJob("f", "x")).isInstanceOf(SubmissionUnknownException.class);
        }
    }

    private Gearman.Builder gearman() {
        return Gearman.builder()
                .servers(List.of(new ServerAddress("127.0.0.1", listener.getLocalPort())))
                .clientTimeout(Duration.ofSeconds(20));
    }

    private static GearmanClient client(Gearman gearman) {
        return gearman.client().foreign();
    }

    private void answersSubmissions(byte[] answer, boolean thenCloses) {
        CompletableFuture.runAsync(() -> {
            try {
                while (true) {
                    var socket = listener.accept();
                    accepted.add(socket);
                    CompletableFuture.runAsync(() -> serve(socket, answer, thenCloses));
                }
            } catch (IOException e) {
                // The test is over
            }
        });
    }

    private void serve(Socket socket, byte[] answer, boolean thenCloses) {
        try {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                in.readInt();
                int type = in.readInt();
                in.skipNBytes(in.readInt());
                if (type == 26) {
                    socket.getOutputStream().write(response(27, "exceptions"));
                }
                if (type == SUBMIT_JOB || type == SUBMIT_JOB_BG) {
                    submissions.incrementAndGet();
                    socket.getOutputStream().write(answer);
                    if (thenCloses) {
                        socket.close();
                    }
                }
            }
        } catch (IOException e) {
            // The client has gone
        }
    }

    private static byte[] response(int type, String argument) {
        var body = argument.getBytes(UTF_8);
        return ByteBuffer.allocate(12 + body.length)
                .putInt(0x00524553)
                .putInt(type)
                .putInt(body.length)
                .put(body)
                .array();
    }
}
