package io.gearmancdi.server.net;

import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Frame;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.ProtocolException;
import io.gearmancdi.protocol.TextLine;
import io.gearmancdi.protocol.tls.TlsChannel;
import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.Outlet;
import io.gearmancdi.server.engine.Peer;
import io.gearmancdi.server.engine.Table;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One connection: its socket, what has come and what waits to go.
 *
 * <p>Closed in steps. Where the peer sends nothing more, no frame is taken any more, but jobs that it waits for go on.
 * When there are none the connection ends: the engine forgets it, but what was answered before is still written. It is
 * closed when that is done, or has failed, or takes too long.
 */
final class Connection implements Outlet {
    private static final int READS_PER_PASS = 4;
    private static final String NOT_FOR_YOU = "ERR FORBIDDEN Text+commands+are+for+the+machine+of+the+server+alone\r\n";

    private final Wire wire;
    private final Surroundings surroundings;
    private final Engine engine;
    private final Limits limits;
    private final String address;
    private final Decoder decoder;
    private final Output output;
    private final Peer peer;
    private final Hearing hearing;
    private final boolean operator;
    private long accounted;
    private boolean announced;
    private boolean paused;
    private boolean deaf;
    private boolean ending;
    private boolean broken;
    private boolean dropped;

    Connection(SocketChannel channel, @Nullable TlsChannel tls, SelectionKey key, Surroundings surroundings, long now) {
        this.wire = new Wire(channel, tls, key);
        this.surroundings = surroundings;
        this.engine = surroundings.engine();
        this.limits = surroundings.limits();
        var remote = channel.socket().getInetAddress();
        this.address = remote.getHostAddress();
        this.operator = !limits.localOperators() || remote.isLoopbackAddress();
        this.hearing = new Hearing(now);
        this.decoder = Decoder.ofRequests(limits.packet(), limits.line());
        this.output = new Output(surroundings.pool());
        this.peer = engine.connect(this, address);
    }

    String address() {
        return address;
    }

    Peer peer() {
        return peer;
    }

    @Override
    public void send(Packet packet) {
        if (dropped || surroundings.backlog().isFull(this)) {
            drop(); // now, and not at the end of a pass in which it could be sent any amount
        } else {
            output.add(packet);
            announce();
        }
    }

    @Override
    public boolean isLost() {
        return broken;
    }

    private void drop() {
        dropped = true;
        output.clear();
        surroundings.backlog().account(this);
        abort();
    }

    @Override
    public void send(String text) {
        output.add(text);
        announce();
    }

    @Override
    public void send(Table table) {
        output.add(table);
        announce();
    }

    @Override
    public void hold() {
        surroundings.keeping().hold(this);
    }

    void hold(long group) {
        output.hold(group);
    }

    /** Lets go what waited for groups up to this one, and tells whether nothing waits for others. */
    boolean release(long group) {
        announce();
        return output.release(group);
    }

    /** Has the loop flush this connection at the end of its pass, once however much there is. */
    void announce() {
        if (!announced) {
            announced = true;
            surroundings.unwritten().accept(this);
        }
    }

    /**
     * Reads what has come and acts on it, within bounds that keep a pass short.
     *
     * @throws ProtocolException where the peer sent what nobody may
     */
    void read(long now) throws IOException {
        for (int reads = 0; reads < READS_PER_PASS && !paused && !deaf; reads++) {
            var target = decoder.target();
            int read = wire.read(target);
            if (read < 0) {
                hearNoMore(now);
                return;
            }
            hearing.bytes(now);
            for (var frame = decoder.next(); frame != null && !broken; frame = decoder.next()) {
                hearing.request(now);
                receive(frame, now);
            }
            if (target.hasRemaining() && read < Wire.BYTES_PER_READ) {
                break;
            }
        }
        if (wire.hasMore() && !paused && !deaf) {
            surroundings.unread().accept(this);
        }
    }

    /**
     * Goes on with the handshake of a secure connection.
     *
     * @return work that takes time, to be followed by another call; null where there is none
     */
    @Nullable
    Runnable shakeHands() throws IOException {
        return deaf ? null : wire.shakeHands();
    }

    boolean isOpen() {
        return wire.isOpen();
    }

    /** Whether nothing but a handshake may come. */
    boolean isShaking() {
        return wire.isShaking();
    }

    private void receive(Frame frame, long now) {
        if (frame instanceof TextLine && !operator) {
            send(NOT_FOR_YOU);
        } else {
            engine.receive(peer, frame, now);
        }
    }

    /** What a packet takes up that has not come whole. */
    long unfinished() {
        return decoder.unfinished();
    }

    /** Leaves what comes where it is. */
    void pause() {
        paused = true;
        announce();
    }

    void resume() {
        paused = false;
        announce();
        if (wire.isSecure()) {
            surroundings.unread().accept(this);
        }
    }

    /** It may have stopped sending, or have gone; it ends once it waits for no job. */
    private void hearNoMore(long now) {
        deaf = true;
        announce();
        if (engine.stopsSending(peer, now)) {
            surroundings.awaiting().accept(this);
        }
    }

    /** Takes no more frames and closes once all answers are written. */
    void end() {
        deaf = true;
        ending = true;
        announce();
    }

    /** Has something written to a peer that sends nothing more, so that it is known if it has gone. */
    void remind() {
        engine.remind(peer);
    }

    /** Closes at the end of the pass, whatever is left to write. */
    void abort() {
        broken = true;
        end();
    }

    boolean isEnding() {
        return ending || (deaf && !engine.isWaiting(peer));
    }

    /**
     * Writes what the socket takes.
     *
     * @return whether the connection is to be closed
     */
    boolean flush() {
        announced = false;
        if (broken || isShaking()) {
            return broken || isEnding();
        }
        try {
            boolean done = write();
            if (done && isEnding()) {
                return true;
            }
            wire.watch((done || output.isHeld() ? 0 : SelectionKey.OP_WRITE)
                    | (paused || deaf ? 0 : SelectionKey.OP_READ));
            return false;
        } catch (IOException e) {
            return true; // the peer is gone
        }
    }

    /** More than a share where the peer is behind but reads: others may send faster to it than their share. */
    private boolean write() throws IOException {
        boolean done;
        long before;
        do {
            before = output.written();
            done = wire.write(output);
        } while (isBehind() && output.written() > before);
        return done;
    }

    /** Whether more waits for the peer than it may leave unread. */
    boolean isBehind() {
        return output.size() > limits.output();
    }

    /** Whether too much waited for all in the course of a pass, and for this one among them. */
    boolean isDropped() {
        return dropped;
    }

    /** By how many bytes more, or fewer, this connection is behind than when this was asked before. */
    long growth() {
        long growth = output.size() - accounted;
        accounted = output.size();
        return growth;
    }

    /** The bytes that wait for the peer. */
    long behind() {
        return output.size();
    }

    /** The bytes that its socket has taken so far. */
    long written() {
        return output.written();
    }

    Hearing hearing() {
        return hearing;
    }

    /** Closes for good; the engine has forgotten the peer before. */
    void close() {
        output.clear();
        wire.close();
    }
}
