package io.gearmancdi.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BurstTest extends OnBothServers {
    private static final int BURST = 200;

    /** gearmand passes too, but needs seconds for its backlog of 32 (F20); how many depends on the machine. */
    @Test
    void twoHundredConnectionsAtOnceAreAllServed() throws IOException {
        int connected = 0;
        try (var selector = Selector.open()) {
            for (int i = 0; i < BURST; i++) {
                var channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server().port()));
                channel.register(selector, SelectionKey.OP_CONNECT);
            }
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (connected < BURST && System.nanoTime() < end) {
                selector.select(1000);
                for (var key : selector.selectedKeys()) {
                    if (((SocketChannel) key.channel()).finishConnect()) {
                        connected++;
                        key.interestOps(0);
                    }
                }
                selector.selectedKeys().clear();
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
        }
        assertThat(connected).isEqualTo(BURST);
        peer().settles();
    }
}
