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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    private Gearman.Builder gearman() {
        return Gearman.builder()
                .servers(List.of(new ServerAddress("127.0.0.1", deaf.getLocalPort())))
                .heartbeat(Duration.ZERO)
                .maxBufferSize(2 * LARGE);
    }
}
