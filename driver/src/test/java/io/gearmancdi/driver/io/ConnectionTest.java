package io.gearmancdi.driver.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionTest {

    private static final byte[] NOOP = {0, 'R', 'E', 'S', 0, 0, 0, 6, 0, 0, 0, 0};

    private final IoLoop loop = new IoLoop(Thread::new);
    private final Told told = new Told();

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

    @Test
    void nothingFollowsTheEndThoughItComesWhileABorrowerWorksOnWhatItHasRead() throws Exception {
        try (loop;
                var server = server();
                var closing = new Closing(connectionTo(server));
                var peer = server.accept()) {
            told.atFirstPacket = () -> {
                closing.it.close(null);
                awaitLoop();
            };
            borrow(closing.it);

            write(peer, NOOP, NOOP);

            await().until(() -> told.events.contains("closed"));
            assertThat(told.events).containsExactly("packet", "packet", "done", "closed");
        }
    }

    @Test
    void anErrorThatCostsAPacketClosesTheConnectionWhoeverReads() throws Exception {
        try (loop;
                var server = server();
                var closing = new Closing(connectionTo(server));
                var peer = server.accept()) {
            told.atFirstPacket = () -> {
                throw new StackOverflowError("a deep caller");
            };
            borrow(closing.it);

            write(peer, NOOP, NOOP);

            await().until(() -> told.events.contains("closed by StackOverflowError"));
            assertThat(told.events).containsExactly("packet", "closed by StackOverflowError");
        }
    }

    @Test
    void aLookThatFindsNothingIsNoSignOfLife() throws Exception {
        try (loop;
                var server = server();
                var closing = new Closing(connectionTo(server));
                var peer = server.accept()) {
            open(closing.it);

            closing.it.lookFirst();

            assertThat(told.events).isEmpty();
        }
    }

    @Test
    void whoLooksSeesTheEndBehindWhatCameAndSendsNothing() throws Exception {
        try (loop;
                var server = server();
                var closing = new Closing(connectionTo(server))) {
            var connection = closing.it;
            try (var peer = server.accept()) {
                write(peer, NOOP);
            }
            var opened = new CountDownLatch(1);
            var held = new CountDownLatch(1);
            loop.execute(() -> {
                connection.open();
                opened.countDown();
                awaitQuietly(held);
            });
            awaitQuietly(opened);

            connection.lookFirst();
            connection.send(Packet.of(PacketType.PRE_SLEEP));
            connection.flush();

            assertThat(told.events).startsWith("packet");
            assertThat(connection.written()).isZero();
            held.countDown();
        }
    }

    @Test
    void whenTheIoThreadEndsTheListenerHearsIt() throws Exception {
        try (var server = server()) {
            open(connectionTo(server));

            loop.close();

            assertThat(told.events).containsExactly("closed by IOException");
        }
    }

    private void open(Connection connection) {
        loop.execute(connection::open);
        awaitLoop();
    }

    /** Opens it, and lets a thread wait for what comes on it. */
    private void borrow(Connection connection) {
        open(connection);
        var borrower = new Thread(() -> connection.await(TimeUnit.SECONDS.toMillis(20)), "borrower");
        borrower.setDaemon(true);
        borrower.start();
        LendingTest.awaitInside(borrower);
    }

    /** All that the I/O thread was to do before is done. */
    private void awaitLoop() {
        var done = new CountDownLatch(1);
        loop.execute(done::countDown);
        awaitQuietly(done);
    }

    private static void write(SocketChannel peer, byte[]... packets) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var packet : packets) {
            bytes.write(packet);
        }
        peer.write(ByteBuffer.wrap(bytes.toByteArray()));
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
        return new Connection(loop, new Transport(channel, null), settings, told);
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

    /** Remembers what it was told. */
    private static final class Told implements ConnectionListener {

        private final Queue<String> events = new ConcurrentLinkedQueue<>();
        private volatile Runnable atFirstPacket = () -> {};

        @Override
        public void received(Packet packet) {
            boolean first = events.isEmpty();
            events.add("packet");
            if (first) {
                atFirstPacket.run();
            }
        }

        @Override
        public void readDone() {
            events.add("done");
        }

        @Override
        public void closed(@Nullable Throwable cause) {
            events.add(
                    cause == null ? "closed" : "closed by " + cause.getClass().getSimpleName());
        }
    }
}
