package io.gearmancdi.driver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A look-up of a name takes no longer than the caller's patience. */
@Timeout(30)
class LookupTest {

    @Test
    void aNameServerThatDoesNotAnswerCostsNoMoreThanTheTimeout() {
        var over = new CountDownLatch(1);
        try {
            assertThatThrownBy(() -> Lookup.within(in(50), () -> {
                        over.await();
                        return new InetAddress[0];
                    }))
                    .isInstanceOf(SocketTimeoutException.class);
        } finally {
            over.countDown();
        }
    }

    @Test
    void anUnknownNameIsToldWithItsCause() {
        assertThatThrownBy(() -> Lookup.within(in(20_000), () -> {
                    throw new UnknownHostException("nowhere");
                }))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("nowhere");
    }

    @Test
    void anInterruptDoesNotEndItAndStays() throws IOException {
        Thread.currentThread().interrupt();

        var found = Lookup.within(in(20_000), () -> new InetAddress[1]);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).hasSize(1);
    }

    private static long in(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
