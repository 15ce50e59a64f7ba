package io.gearmancdi.driver.io;

import io.gearmancdi.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One attempt to connect to a server: all its addresses in turn, within one time. */
public final class Dial implements IoLoop.Ready {

    private final IoLoop loop;
    private final ServerAddress server;
    private final Duration timeout;
    private final Listener listener;
    private final Queue<InetAddress> addresses = new ArrayDeque<>();
    private @Nullable SocketChannel channel;
    private @Nullable Timer timer;
    private boolean done;

    private Dial(IoLoop loop, ServerAddress server, Duration timeout, Listener listener) {
        this.loop = loop;
        this.server = server;
        this.timeout = timeout;
        this.listener = listener;
    }

    /**
     * Starts an attempt. Any thread; does not block.
     *
     * @param loop connects
     * @param server where to
     * @param timeout for the whole attempt
     * @param listener hears the outcome once, on the I/O thread
     * @return to give it up
     */
    public static Dial start(IoLoop loop, ServerAddress server, Duration timeout, Listener listener) {
        var dial = new Dial(loop, server, timeout, listener);
        loop.execute(dial::begin);
        return dial;
    }

    /** Gives the attempt up; the listener hears nothing more. Any thread. */
    public void cancel() {
        loop.execute(() -> {
            finish();
            closeChannel();
        });
    }

    private void begin() {
        timer = loop.schedule(
                timeout, () -> fail(new SocketTimeoutException("no connection within " + timeout.toMillis() + " ms")));
        if (isLiteral(server.host())) {
            resolve(Runnable::run);
        } else {
            // Looking a name up may block for seconds
            loop.newThread(() -> resolve(loop::execute)).start();
        }
    }

    private static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private void resolve(Executor then) {
        try {
            var found = List.of(InetAddress.getAllByName(server.host()));
            then.execute(() -> {
                addresses.addAll(found);
                tryNext(new IOException("no address"));
            });
        } catch (IOException e) {
            then.execute(() -> fail(new IOException("unknown host " + server.host(), e)));
        }
    }

    private void tryNext(IOException last) {
        if (done) {
            return;
        }
        var address = addresses.poll();
        if (address == null) {
            fail(last);
            return;
        }
        try {
            connect(new InetSocketAddress(address, server.port()));
        } catch (IOException | RuntimeException e) {
            closeChannel();
            tryNext(e instanceof IOException io ? io : new IOException(e));
        }
    }

    private void connect(InetSocketAddress address) throws IOException {
        var next = SocketChannel.open();
        channel = next;
        next.configureBlocking(false);
        next.setOption(StandardSocketOptions.TCP_NODELAY, true);
        next.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (next.connect(address)) {
            loop.execute(() -> succeed(next));
        } else {
            next.register(loop.selector(), SelectionKey.OP_CONNECT, this);
        }
    }

    @Override
    public void ready(SelectionKey key) {
        var connecting = channel;
        if (done || connecting == null) {
            return;
        }
        boolean connected;
        try {
            connected = connecting.finishConnect();
        } catch (IOException e) {
            closeChannel();
            tryNext(e);
            return;
        }
        if (connected) {
            succeed(connecting);
        }
    }

    private void succeed(SocketChannel connected) {
        if (done) {
            return;
        }
        finish();
        channel = null;
        listener.connected(connected);
    }

    private void fail(IOException cause) {
        if (!done) {
            finish();
            closeChannel();
            listener.failed(cause);
        }
    }

    private void finish() {
        done = true;
        if (timer != null) {
            timer.cancel();
        }
    }

    private void closeChannel() {
        var open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Nothing was sent on it
            }
        }
    }

    /** Hears the outcome, on the I/O thread. */
    public interface Listener {

        /**
         * Connected.
         *
         * @param channel non-blocking; its key is still registered with the loop
         */
        void connected(SocketChannel channel);

        /**
         * Not connected.
         *
         * @param cause why
         */
        void failed(IOException cause);
    }
}
