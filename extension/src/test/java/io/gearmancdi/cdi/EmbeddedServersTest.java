package io.gearmancdi.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.spi.FlushPolicy;
import io.gearmancdi.spi.JobServerProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedServersTest {

    private static ServerWanted on(int port) {
        return new ServerWanted(
                new ServerAddress("127.0.0.1", port),
                1_000_000,
                Optional.empty(),
                new EmbeddedStore(Optional.empty(), FlushPolicy.EACH, Duration.ofSeconds(1)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_server_that_comes_between_the_look_and_the_start_is_used() throws IOException {
        int port = freePort();
        try (var other = new ServerSocket()) {
            JobServerProvider late = settings -> {
                other.bind(new InetSocketAddress(settings.host(), settings.port()));
                throw new BindException("Address already in use");
            };

            assertThat(EmbeddedServers.startOrFind(late, on(port))).isEmpty();
        }
    }

    @Test
    void where_none_comes_the_application_hears_why_none_was_started() throws IOException {
        JobServerProvider broken = settings -> {
            throw new IOException("the disk is full");
        };

        var wanted = on(freePort());
        assertThatThrownBy(() -> EmbeddedServers.startOrFind(broken, wanted))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("the disk is full");
    }
}
