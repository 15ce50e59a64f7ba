package io.gearmancdi.server.net;

import io.gearmancdi.server.engine.Ending;
import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.Statistics;
import io.gearmancdi.server.store.JobStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens in a job server, on the thread that calls {@link #run()}.
 *
 * <p>A pass takes what all sockets have, lets the engine act on it, and then writes once to every connection for which
 * there is something.
 */
public final class EventLoop implements Runnable {

    private final Engine engine;
    private final Limits limits;
    private final @Nullable TlsPort tls;
    private final Time time;
    private final Messages messages = new Messages();
    private final Deque<Connection> unwritten = new ArrayDeque<>();
    private final Questions questions = new Questions();
    private final Passage passage;
    private final Keeping keeping;
    private final Reading reading;
    private final Writing writing = new Writing(messages);
    private final Surroundings surroundings;

    private final Selector selector;
    private final Waiting waiting;
    private final Acceptor acceptor;
    private final Admission admission;

    private long now;
    private volatile boolean draining;
    private volatile boolean stopping;
    private volatile boolean failed;

    /**
     * Listens on an address; connections are served once the loop runs.
     *
     * @param address where to listen, port 0 for any free one
     * @param engine the engine, given away
     * @param store the notes of the engine, given away once this returns
     * @param limits what one connection may cost
     * @param tls makes connections secure; null: they are not
     * @param clock the clock on the wall; whatever lasts is measured without it
     * @throws IOException where the address cannot be listened on
     */
    public EventLoop(
            InetSocketAddress address,
            Engine engine,
            JobStore store,
            Limits limits,
            @Nullable TlsPort tls,
            InstantSource clock)
            throws IOException {
        this.tls = tls;
        this.engine = engine;
        this.limits = limits;
        this.time = new Time(clock);
        this.now = time.now();
        var backlog = new Backlog(limits.totalOutput());
        this.passage = new Passage(engine, limits, backlog, messages, now);
        this.selector = Selector.open();
        this.waiting = new Waiting(selector);
        this.keeping = new Keeping(store, engine, waiting::wake);
        this.reading = new Reading(tls, questions, waiting::wake, messages, passage, () -> now);
        this.surroundings = new Surroundings(
                engine,
                new ChunkPool(),
                limits,
                keeping,
                backlog,
                unwritten::add,
                this::isAwaiting,
                reading::readLater);
        try {
            this.acceptor = new Acceptor(address, limits.backlog(), selector);
            this.admission = new Admission(acceptor, tls, messages);
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
    }

    /** {@return where connections are accepted, with the real port} */
    public InetSocketAddress address() {
        return acceptor.address();
    }

    /** Has {@link #run()} close everything and return; any thread may call it. */
    public void stop() {
        stopping = true;
        waiting.wake();
    }

    /**
     * Has {@link #run()} accept no more connections and return once the last job has ended and its result is written,
     * or its reader takes nothing for too long; any thread may call it.
     */
    public void drain() {
        draining = true;
        waiting.wake();
    }

    /**
     * How the engine does; any thread may ask.
     *
     * @return its figures, soon; fails once the loop has ended
     */
    public CompletableFuture<Statistics> statistics() {
        var answer = questions.ask(engine::statistics);
        waiting.wake();
        return answer;
    }

    /** {@return whether {@link #run()} has returned because of an error} */
    public boolean hasFailed() {
        return failed;
    }

    /** Serves all connections until {@link #stop()}, or until {@link #drain()} has come to its end. */
    @Override
    public void run() {
        messages.started(address());
        try {
            while (!stopping && !isDrained()) {
                pass();
            }
        } catch (IOException | RuntimeException | Error e) {
            failed = true;
            messages.crashed(address(), e);
        } finally {
            end();
        }
    }

    private void end() {
        try {
            closeAll();
        } finally {
            closeStore();
            questions.end();
            messages.stopped(address());
        }
    }

    private boolean isDrained() {
        return draining && engine.jobs() == 0 && connections().noneMatch(Connection::isOpen);
    }

    /** When the last job has ended, what was answered is written, and nobody is waited for who does not read it. */
    private void drainConnections() {
        if (draining) {
            admission.close();
            if (engine.jobs() == 0) {
                connections().forEach(Connection::end);
            }
        }
    }

    private Stream<Connection> connections() {
        return selector.keys().stream()
                .map(SelectionKey::attachment)
                .filter(Connection.class::isInstance)
                .map(Connection.class::cast);
    }

    private void pass() throws IOException {
        long deadline = nextDeadline();
        waiting.await(deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - time.now());
        now = time.now();
        engine.synchronize(now, time.wall());
        selector.selectedKeys().forEach(this::handle);
        selector.selectedKeys().clear();
        questions.answerAll();
        engine.tick(now);
        passage.pass(this::connections, now, this::close);
        admission.resumeWhenDue(now);
        obey(engine.ending());
        drainConnections();
        keeping.write(now);
        writeAll();
    }

    private void obey(Ending ending) {
        if (ending == Ending.NOW) {
            stopping = true;
        } else if (ending == Ending.GRACEFUL) {
            draining = true;
        }
    }

    private long nextDeadline() {
        long own = Math.min(admission.next(), passage.next(selector.keys().size() > 1));
        return Math.min(Math.min(engine.deadline(), keeping.deadline()), own);
    }

    private void handle(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (!(key.attachment() instanceof Connection connection)) {
            admission.admit(now, this::serve);
        } else {
            if (key.isWritable()) {
                connection.announce();
            }
            if (key.isReadable() || connection.isShaking()) {
                reading.read(connection);
            }
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        if (selector.keys().size() > limits.connections()) {
            messages.tooMany(channel, limits.connections(), now);
            Closing.quietly(channel);
            return;
        }
        var key = channel.register(selector, SelectionKey.OP_READ);
        var secure = tls == null ? null : tls.channel(channel);
        var connection = new Connection(channel, secure, key, surroundings, now);
        key.attach(connection);
        messages.opened(connection);
        if (secure != null) {
            reading.read(connection);
        }
    }

    /** Also takes leave of connections that end; that may give others something to write. */
    private void writeAll() {
        for (var connection = unwritten.poll(); connection != null; connection = unwritten.poll()) {
            if (connection.isEnding()) {
                engine.disconnect(connection.peer(), now);
            }
            if (connection.isDropped()) {
                messages.behind(connection, now);
            }
            if (writing.isDone(connection)) {
                close(connection);
            } else {
                passage.written(connection, now);
            }
        }
    }

    private void isAwaiting(Connection connection) {
        passage.isAwaiting(connection, now);
    }

    private void close(Connection connection) {
        engine.disconnect(connection.peer(), now);
        keeping.forget(connection);
        connection.close();
        passage.closed(connection, now);
        messages.closed(connection);
    }

    private void closeStore() {
        try {
            keeping.close();
        } catch (IOException e) {
            failed = true;
            messages.notKept(e);
        }
    }

    private void closeAll() {
        connections().forEach(Connection::close);
        admission.end();
        Closing.quietly(selector);
    }
}
