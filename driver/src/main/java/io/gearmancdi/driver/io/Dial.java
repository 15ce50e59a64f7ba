package io.gearmancdi.driver.io;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.protocol.tls.TlsChannel;
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
    private final @Nullable Tls tls;
    private @Nullable TlsChannel secure;
    private final Listener listener;
    private final Queue<InetAddress> addresses = new ArrayDeque<>();
    private @Nullable SocketChannel channel;
    private @Nullable Timer timer;
    private boolean done;

    private Dial(IoLoop loop, ServerAddress server, ConnectionSettings settings, Listener listener) {
        this.loop = loop;
        this.server = server;
        this.timeout = settings.connectTimeout();
        this.tls = settings.tls();
        this.listener = listener;
    }

    /**
     * Starts an attempt. Any thread; does not block.
     *
     * @param loop connects
     * @param server where to
     * @param settings how long the whole attempt may take, and whether it has to be secure
     * @param listener hears the outcome once, on the I/O thread
     * @return to give it up
     */
    public static Dial start(IoLoop loop, ServerAddress server, ConnectionSettings settings, Listener listener) {
        var dial = new Dial(loop, server, settings, listener);
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
                timeout,
                () -> fail(new SocketTimeoutException(
                        secure == null
                                ? "no connection within " + timeout.toMillis() + " ms"
                                : "no TLS handshake within " + timeout.toMillis()
                                        + " ms: does the server speak TLS?")));
        if (isLiteral(server.host())) {
            resolve(Runnable::run);
        } else {
            resolveElsewhere();
        }
    }

    /** Looking a name up may block for seconds. */
    private void resolveElsewhere() {
        try {
            loop.newThread(() -> resolve(loop::execute)).start();
        } catch (RuntimeException | Error e) {
            fail(new IOException("no thread to look up " + server.host() + ": " + e, e));
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

    @Override
    public void lost(IOException why) {
        fail(why);
    }

    private void succeed(SocketChannel connected) {
        if (done) {
            return;
        }
        if (tls == null) {
            succeed(new Transport(connected, null));
            return;
        }
        var made = tls.channel(connected, server);
        secure = made;
        try {
            var key = connected.register(loop.selector(), 0, this);
            Handshake.start(
                    loop, made, key, () -> succeed(new Transport(connected, made)), cause -> fail(insecure(cause)));
        } catch (IOException e) {
            fail(e);
        }
    }

    private void succeed(Transport transport) {
        if (!done) {
            finish();
            channel = null;
            secure = null;
            listener.connected(transport);
        }
    }

    private static IOException insecure(IOException cause) {
        var because = cause.getMessage();
        return new IOException("no TLS: " + (because == null ? cause.getClass().getSimpleName() : because), cause);
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
                if (secure == null) {
                    open.close();
                } else {
                    secure.close();
                }
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
         * @param transport non-blocking; its key is still registered with the loop
         */
        void connected(Transport transport);

        /**
         * Not connected.
         *
         * @param cause why
         */
        void failed(IOException cause);
    }
}
