package io.gearmancdi.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.EngineSettings;
import io.gearmancdi.server.store.JobStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a connection that ends waits for its peer to read, in a time of its own. */
@Timeout(60)
class LingeringTest {
    private static final int MUCH = 1 << 28;
    private static final int ANSWER = 24 << 20;
    private static final int A_LITTLE = 64 << 10;
    private static final long PATIENCE = 1000;

    private final Lingering lingering = new Lingering(PATIENCE);
    private Selector selector;
    private ServerSocketChannel listener;
    private Socket peer;
    private Connection connection;

    @BeforeEach
    void end() throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        peer = new Socket(InetAddress.getLoopbackAddress(), listener.socket().getLocalPort());
        peer.setSoTimeout(20_000);
        var channel = listener.accept();
        channel.configureBlocking(false);
        var engine = new Engine(new EngineSettings("H:", "1", 1, 0, 0, false, false, false, MUCH, 0, MUCH, MUCH));
        var surroundings = new Surroundings(
                engine,
                new ChunkPool(),
                new Limits(MUCH, 8192, MUCH, MUCH, MUCH, 100, 100, 0, 0, PATIENCE, false),
                new Keeping(JobStore.none(), engine, () -> {}),
                new Backlog(MUCH),
                unwritten -> {},
                awaiting -> {},
                unread -> {});
        connection = new Connection(channel, null, channel.register(selector, SelectionKey.OP_READ), surroundings, 0);
        connection.send(Packet.of(PacketType.ECHO_RES, new byte[ANSWER]));
        connection.end();
        assertThat(connection.flush()).isFalse();
        lingering.add(connection, 0);
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        peer.close();
        listener.close();
        selector.close();
    }

    @Test
    void who_reads_slowly_gets_all_of_its_answer() throws IOException {
        long now = 0;
        while (!connection.flush()) {
            awaitProgress();
            now += PATIENCE;
            assertThat(lingering.due(now)).as("closed after %s ms", now).isNull();
        }

        assertThat(now).isGreaterThan(3 * PATIENCE);
    }

    /** Reads until the socket takes more. */
    private void awaitProgress() throws IOException {
        long before = connection.written();
        while (connection.written() == before) {
            assertThat(peer.getInputStream().readNBytes(A_LITTLE)).hasSize(A_LITTLE);
            connection.flush();
        }
    }

    @Test
    void who_reads_nothing_is_closed_when_patience_is_over() {
        assertThat(lingering.due(PATIENCE - 1)).isNull();
        assertThat(lingering.due(PATIENCE)).isSameAs(connection);
    }

    @Test
    void who_reads_no_more_is_closed_one_patience_later() throws IOException {
        awaitProgress();

        assertThat(lingering.due(PATIENCE)).isNull();
        assertThat(lingering.next()).isEqualTo(2 * PATIENCE);
        assertThat(lingering.due(2 * PATIENCE)).isSameAs(connection);
    }
}
