package io.gearmancdi.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionTest {

    private final IoLoop loop = new IoLoop(Thread::new);

    @Test
    void whatIsGatheredIsWrittenBeforeLong() throws Exception {
        try (loop;
                var server = server();
                var connection = new Closing(connectionTo(server));
                var peer = server.accept()) {
            connection.it.send(Packet.of(PacketType.PRE_SLEEP));
            connection.it.gather();

            assertThat(peer.socket().getInputStream().readNBytes(12)).hasSize(12);
        }
    }

    @Test
    void aWriteThatTheSocketTookIsNoAffairOfTheIoThread() throws Exception {
        try (loop;
                var server = server();
                var closing = new Closing(connectionTo(server))) {
            var connection = closing.it;
            var opened = new CountDownLatch(1);
            var held = new CountDownLatch(1);
            loop.execute(() -> {
                connection.open();
                opened.countDown();
                awaitQuietly(held);
            });
            assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();

            connection.send(Packet.of(PacketType.PRE_SLEEP));
            connection.flush();
            var interest = new CompletableFuture<Integer>();
            loop.execute(() ->
                    interest.complete(loop.selector().keys().iterator().next().interestOps()));
            held.countDown();

            assertThat(interest.get(10, TimeUnit.SECONDS)).isEqualTo(SelectionKey.OP_READ);
        }
    }

    private static ServerSocketChannel server() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private Connection connectionTo(ServerSocketChannel server) throws IOException {
        var channel = SocketChannel.open(server.getLocalAddress());
        channel.configureBlocking(false);
        var settings = new ConnectionSettings(
                Duration.ofSeconds(1),
                1024,
                1024,
                new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                Duration.ZERO,
                null);
        return new Connection(loop, new Transport(channel, null), settings, new Deaf());
    }

    private record Closing(Connection it) implements AutoCloseable {
        @Override
        public void close() {
            it.close(null);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Deaf implements Connection.Listener {
        @Override
        public void received(Packet packet) {
            throw new AssertionError("nobody speaks");
        }

        @Override
        public void readDone() {
            // Nothing was read
        }

        @Override
        public void closed(@Nullable Throwable cause) {
            // On purpose
        }
    }
}
