package io.gearmancdi.it.faults;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the driver and a job server, and breaks their connections. Thread-safe. */
final class FaultProxy implements AutoCloseable {

    private static final Encoder ENCODER = Encoder.of(Magic.REQUEST);
    private static final int RECEIVE_BUFFER = 16 * 1024;

    private final ServerSocket listener;
    private final ServerAddress target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Weather weather = new Weather();

    FaultProxy(ServerAddress target) throws IOException {
        this.target = target;
        listener = new ServerSocket();
        // What the proxy has not read stays with the sender: a slow link is one for it, too
        listener.setReceiveBufferSize(RECEIVE_BUFFER);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        var acceptor = new Thread(this::accept, "proxy-accept");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    ServerAddress address() {
        return new ServerAddress("127.0.0.1", listener.getLocalPort());
    }

    /** {@return how many connections are open} */
    int openLinks() {
        return links.size();
    }

    /** {@return whether every driver said this last, and its server was told} */
    boolean saidLast(Packet packet) {
        var bytes = ByteBuffer.allocate(ENCODER.length(packet));
        ENCODER.write(packet, bytes);
        return links.stream().allMatch(link -> link.saidLast(bytes.array()));
    }

    /** {@return how many connections and reads were hit by a fault that is more than a delay} */
    long damage() {
        return weather.damage();
    }

    /** From now on this happens, to all connections, until another fault is set. */
    void set(Fault fault) {
        weather.change(fault);
        if (fault == Fault.RESET || fault == Fault.HALF_CLOSE) {
            weather.damaged(links.size());
        }
        if (fault == Fault.RESET) {
            links.forEach(Link::reset);
        } else if (fault == Fault.HALF_CLOSE) {
            links.forEach(Link::halfClose);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var link = new Link(listener.accept(), target, weather, links::remove);
                links.add(link);
                link.start();
            } catch (IOException e) {
                // The target is away: who connected finds it closed
            }
        }
        links.forEach(Link::reset);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        weather.change(Fault.NONE);
        links.forEach(Link::reset);
    }
}
