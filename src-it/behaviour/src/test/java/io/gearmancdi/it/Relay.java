package io.gearmancdi.it;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.ProtocolException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a job server, passes everything on, and counts the requests. */
final class Relay implements AutoCloseable {

    private final ServerSocket listener;
    private final ServerAddress target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<PacketType> requests = new CopyOnWriteArrayList<>();

    private Relay(ServerAddress target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    static Relay to(ServerAddress target) throws IOException {
        return new Relay(target);
    }

    ServerAddress address() {
        return new ServerAddress("127.0.0.1", listener.getLocalPort());
    }

    long requests() {
        return requests.size();
    }

    long count(PacketType type) {
        return requests.stream().filter(type::equals).count();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            var near = listener.accept();
            var far = new Socket(target.host(), target.port());
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            sockets.addAll(List.of(near, far));
            start(() -> up(near, far));
            start(() -> pass(far, near));
        }
    }

    private void up(Socket from, Socket to) throws IOException {
        var decoder = Decoder.ofRequests(16 * 1024 * 1024, 8192);
        try (from;
                to) {
            var bytes = new byte[8192];
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                count(decoder, bytes, n);
                to.getOutputStream().write(bytes, 0, n);
            }
        }
    }

    private void count(Decoder decoder, byte[] bytes, int length) throws IOException {
        try {
            for (int at = 0; at < length; ) {
                var target = decoder.target();
                int size = Math.min(target.remaining(), length - at);
                target.put(bytes, at, size);
                at += size;
                for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
                    requests.add(((Packet) frame).type());
                }
            }
        } catch (ProtocolException e) {
            throw new IOException(e);
        }
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private static void start(Io task) {
        var thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // One side has gone
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private interface Io {
        void run() throws IOException;
    }
}
