package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.BufferFullException;
import io.gearmancdi.CallInterruptedException;
import io.gearmancdi.JobOption;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that accepts and reads nothing: what waits for it is bounded. */
@Timeout(60)
class BackPressureTest {

    private static final int LARGE = 1024 * 1024;
    private static final int MORE_THAN_SOCKETS_HOLD = 200;

    private ServerSocket deaf;

    @BeforeEach
    void listen() throws IOException {
        deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        deaf.close();
    }

    @Test
    void bytesThatWaitAreBoundedAndFailAtOnceWhereThatIsTheChoice() {
        try (var gearman = gearman().failWhenFull(true).build()) {
            assertThatThrownBy(() -> fill(gearman, Duration.ofSeconds(50)))
                    .isInstanceOf(BufferFullException.class)
                    .hasMessageContaining("gearman.max-buffer-size");
        }
    }

    @Test
    void bytesThatWaitAreBoundedAndFailAfterTheTimeoutOfTheCall() {
        try (var gearman = gearman().build()) {
            assertThatThrownBy(() -> fill(gearman, Duration.ofMillis(500))).isInstanceOf(BufferFullException.class);
        }
    }

    @Test
    void submissionsBeyondTheBoundFailAtOnceWhereThatIsTheChoice() {
        try (var gearman = gearman().maxPending(2).failWhenFull(true).build()) {
            assertThatThrownBy(() -> fill(gearman, Duration.ofSeconds(50))).isInstanceOf(BufferFullException.class);
        }
    }

    /** Submits until something is refused, and throws that; what merely waits ends only when the client is closed. */
    private static void fill(Gearman gearman, Duration timeout) throws Throwable {
        var refused = new CompletableFuture<Throwable>();
        for (int i = 0; i < MORE_THAN_SOCKETS_HOLD && !refused.isDone(); i++) {
            gearman.client()
                    .foreign()
                    .doJobAsync("f", new byte[LARGE], JobOption.timeout(timeout))
                    .whenComplete((none, thrown) -> {
                        if (thrown instanceof BufferFullException) {
                            refused.complete(thrown);
                        }
                    });
        }
        throw refused.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aCallerThatIsInterruptedWhileItWaitsForRoomIsToldSo() throws Exception {
        try (var gearman = gearman().maxPending(1).build()) {
            gearman.client().foreign().doJobAsync("f", "first");
            var thrown = new CompletableFuture<Throwable>();
            var waiter = new Thread(() -> {
                try {
                    gearman.client().foreign().doJob("f", "second", JobOption.timeout(Duration.ofSeconds(50)));
                } catch (RuntimeException e) {
                    thrown.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("not set", e));
                }
            });
            waiter.start();
            waiter.interrupt();
            assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(CallInterruptedException.class);
        }
    }

    @Test
    void aJobThatSendsWithoutEndToAServerThatDoesNotReadFailsAndFillsNoMemory() throws Exception {
        var sent = new AtomicInteger();
        var thrown = new CompletableFuture<Throwable>();
        var mayRead = new CountDownLatch(1);
        try (var peer = Peer.following((talk, one) -> {
                    if (one.type() == PacketType.GRAB_JOB_UNIQ) {
                        talk.say(PacketType.JOB_ASSIGN_UNIQ, "H:peer:1", "f", "", "x");
                        await(mayRead);
                    }
                });
                var gearman = gearman(peer.address())
                        .connectTimeout(Duration.ofMillis(500))
                        .build()) {
            gearman.workers()
                    .register(
                            "f",
                            job -> {
                                try {
                                    for (; sent.get() < MORE_THAN_SOCKETS_HOLD; sent.incrementAndGet()) {
                                        job.sendData(new byte[LARGE]);
                                    }
                                } catch (RuntimeException e) {
                                    thrown.complete(e);
                                }
                                return "";
                            },
                            all -> all);
            assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(BufferFullException.class);
            mayRead.countDown();
        }
        assertThat(sent.get()).as("MiB taken by sockets and buffer").isLessThan(MORE_THAN_SOCKETS_HOLD / 2);
    }

    @Test
    void aJobThatIsInterruptedWhileItWaitsForRoomIsToldSo() throws Exception {
        var thrown = new CompletableFuture<Throwable>();
        var thread = new CompletableFuture<Thread>();
        var mayRead = new CountDownLatch(1);
        try (var peer = Peer.following((talk, one) -> {
                    if (one.type() == PacketType.GRAB_JOB_UNIQ) {
                        talk.say(PacketType.JOB_ASSIGN_UNIQ, "H:peer:1", "f", "", "x");
                        await(mayRead);
                    }
                });
                var gearman = gearman(peer.address())
                        .connectTimeout(Duration.ofSeconds(50))
                        .build()) {
            gearman.workers()
                    .register(
                            "f",
                            job -> {
                                thread.complete(Thread.currentThread());
                                try {
                                    for (int i = 0; i < MORE_THAN_SOCKETS_HOLD; i++) {
                                        job.sendData(new byte[LARGE]);
                                    }
                                } catch (RuntimeException e) {
                                    thrown.complete(e);
                                }
                                return "";
                            },
                            all -> all);
            thread.get(20, TimeUnit.SECONDS).interrupt();
            assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(CallInterruptedException.class);
            mayRead.countDown();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IOException("too late");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Gearman.Builder gearman() {
        return gearman(new ServerAddress("127.0.0.1", deaf.getLocalPort()));
    }

    private static Gearman.Builder gearman(ServerAddress server) {
        return Gearman.builder()
                .servers(List.of(server))
                .heartbeat(Duration.ZERO)
                .shutdownTimeout(Duration.ofSeconds(2))
                .maxBufferSize(2 * LARGE);
    }
}
