package io.gearmancdi.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The listening socket. */
final class Acceptor {
    private final ServerSocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress address;

    /**
     * Listens.
     *
     * @param backlog how many may wait: a burst overflows a short one, and every connect that does so waits for a
     *     second
     */
    Acceptor(InetSocketAddress address, int backlog, Selector selector) throws IOException {
        if (address.isUnresolved()) {
            throw new SocketException("unknown host");
        }
        channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, backlog);
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_ACCEPT);
            this.address = (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** The next connection, ready for the loop, or null where none waits. */
    @Nullable
    SocketChannel accept() throws IOException {
        var accepted = channel.accept();
        if (accepted == null) {
            return null;
        }
        try {
            accepted.configureBlocking(false);
            accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
            accepted.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            return accepted;
        } catch (IOException | RuntimeException e) {
            accepted.close();
            throw e;
        }
    }

    /** Leaves new connections where they are. */
    void pause() {
        key.interestOps(0);
    }

    void resume() {
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    void close() {
        Closing.quietly(channel);
    }
}
