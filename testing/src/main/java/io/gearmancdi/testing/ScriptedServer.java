package io.gearmancdi.testing;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.server.EmbeddedJobServer;
import io.gearmancdi.spi.JobServerStatistics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A job server that misbehaves where it is told to, for tests of clients and workers of any make. In all else it is a
 * whole job server.
 *
 * <pre>{@code
 * try (var server = ScriptedServer.start()) {
 *     server.at(FaultPoint.ACCEPTANCE, Fault.close());
 *     assertThatThrownBy(() -> clientOf(server.address()).submit("job")).isInstanceOf(LostException.class);
 *     assertThat(server.passed(FaultPoint.SUBMISSION)).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>Behind it stands an {@link EmbeddedJobServer} that knows nothing of the faults: a job whose acceptance was lost is
 * there all the same. A connection on which a line of text was sent has no faults any more. All methods may be called
 * by any thread, also while connections are open.
 */
public final class ScriptedServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final Script script = new Script();
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
    private final EmbeddedJobServer server;
    private final ServerSocket listener;

    private ScriptedServer(EmbeddedJobServer server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /**
     * Starts a server on a free port of the loopback address. It has no faults yet.
     *
     * @return the running server
     * @throws IOException where it cannot listen
     */
    public static ScriptedServer start() throws IOException {
        var server = EmbeddedJobServer.builder().port(0).start();
        try {
            var scripted =
                    new ScriptedServer(server, new ServerSocket(0, BACKLOG, InetAddress.getByName(server.host())));
            Relay.daemon("accept", scripted::acceptAll);
            return scripted;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Where it listens.
     *
     * @return its address
     */
    public ServerAddress address() {
        return new ServerAddress(listener.getInetAddress().getHostAddress(), listener.getLocalPort());
    }

    /**
     * Misbehaves the next time that a point is passed, once. Replaces what was said of that point before.
     *
     * @param point where
     * @param fault how
     * @return this
     */
    public ScriptedServer at(FaultPoint point, Fault fault) {
        return at(point, fault, 0, 1);
    }

    /**
     * Misbehaves every time that a point is passed.
     *
     * @param point where
     * @param fault how
     * @return this
     */
    public ScriptedServer always(FaultPoint point, Fault fault) {
        return at(point, fault, 0, Integer.MAX_VALUE);
    }

    /**
     * Misbehaves some times that a point is passed.
     *
     * @param point where
     * @param fault how
     * @param after how often it goes well before
     * @param times how often it does not
     * @return this
     */
    public ScriptedServer at(FaultPoint point, Fault fault, int after, int times) {
        if (after < 0 || times < 0) {
            throw new IllegalArgumentException("Negative count: after " + after + ", times " + times);
        }
        script.set(point, fault, after, times);
        return this;
    }

    /**
     * Behaves from now on. Connections that were silenced stay so.
     *
     * @return this
     */
    public ScriptedServer behave() {
        script.clear();
        return this;
    }

    /**
     * How often a point was passed, with a fault or without.
     *
     * @param point which
     * @return the number since the start
     */
    public int passed(FaultPoint point) {
        return script.count(point);
    }

    /**
     * Waits until a point has been passed so often since the start.
     *
     * @param point which
     * @param times how often
     * @param within how long to wait
     * @return whether it was
     * @throws InterruptedException where the thread is interrupted
     */
    public boolean awaitPassed(FaultPoint point, int times, Duration within) throws InterruptedException {
        return script.await(point, times, within);
    }

    /** Closes all connections that are open now; new ones are accepted. */
    public void disconnectAll() {
        relays.forEach(Relay::close);
    }

    /**
     * How the job server behind it does.
     *
     * @return its figures
     */
    public JobServerStatistics statistics() {
        return server.statistics();
    }

    @Override
    public void close() {
        Relay.quietly(listener);
        disconnectAll();
        server.close();
    }

    private void acceptAll() {
        try {
            while (!listener.isClosed()) {
                accept(listener.accept());
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private void accept(Socket peer) {
        var fault = script.pass(FaultPoint.CONNECTION);
        try {
            var relay =
                    new Relay(peer, new Socket(server.address().getAddress(), server.port()), script, relays::remove);
            relays.add(relay);
            if (listener.isClosed()) {
                relay.close();
            }
            relay.start(fault);
        } catch (IOException e) {
            Relay.quietly(peer);
        }
    }
}
