package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.BufferFullException;
import io.gearmancdi.JobOption;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
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
                    .hasRootCauseInstanceOf(BufferFullException.class)
                    .hasStackTraceContaining("gearman.max-buffer-size");
        }
    }

    @Test
    void bytesThatWaitAreBoundedAndFailAfterTheTimeoutOfTheCall() {
        try (var gearman = gearman().build()) {
            assertThatThrownBy(() -> fill(gearman, Duration.ofMillis(500)))
                    .hasRootCauseInstanceOf(BufferFullException.class);
        }
    }

    @Test
    void submissionsBeyondTheBoundFailAtOnceWhereThatIsTheChoice() {
        try (var gearman = gearman().maxPending(2).failWhenFull(true).build()) {
            assertThatThrownBy(() -> fill(gearman, Duration.ofSeconds(50)))
                    .hasRootCauseInstanceOf(BufferFullException.class);
        }
    }

    private static void fill(Gearman gearman, Duration timeout) {
        for (int i = 0; i < MORE_THAN_SOCKETS_HOLD; i++) {
            var call = gearman.client()
                    .foreign()
                    .doJobAsync("f", new byte[LARGE], JobOption.timeout(timeout))
                    .toCompletableFuture();
            if (call.isCompletedExceptionally()) {
                if (call.handle((none, thrown) -> thrown instanceof BufferFullException
                                || thrown.getCause() instanceof BufferFullException)
                        .join()) {
                    call.join();
                }
            }
        }
    }

    private Gearman.Builder gearman() {
        return Gearman.builder()
                .servers(List.of(new ServerAddress("127.0.0.1", deaf.getLocalPort())))
                .heartbeat(Duration.ZERO)
                .maxBufferSize(2 * LARGE);
    }
}
