package io.gearmancdi.it;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A job server that follows a script, and remembers what it heard. Each connection has a thread of its own. */
final class Peer implements AutoCloseable {

    private final ServerSocket listener;
    private final Script script;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    private Peer(Script script) throws IOException {
        this.script = script;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    static Peer following(Script script) throws IOException {
        return new Peer(script);
    }

    ServerAddress address() {
        return new ServerAddress("127.0.0.1", listener.getLocalPort());
    }

    /** {@return how many connections there have been} */
    int connections() {
        return accepted.size();
    }

    /** {@return how many are open now} */
    int open() {
        return open.get();
    }

    /** {@return what came on all connections} */
    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** {@return how many packets of a type came} */
    long count(PacketType type) {
        return heard.stream().filter(one -> one.type() == type).count();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            var socket = listener.accept();
            socket.setTcpNoDelay(true);
            accepted.add(socket);
            var talk = new Talk(socket, accepted.size());
            start(() -> serve(talk));
        }
    }

    private void serve(Talk talk) throws IOException {
        open.incrementAndGet();
        try (talk) {
            script.begun(talk);
            while (true) {
                var one = talk.next();
                heard.add(one);
                script.heard(talk, one);
            }
        } finally {
            open.decrementAndGet();
        }
    }

    private static void start(Io task) {
        var thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // The other side has gone, or the test is over
                    }
                },
                "peer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : accepted) {
            socket.close();
        }
    }

    private interface Io {
        void run() throws IOException;
    }

    /** What the server does. */
    @FunctionalInterface
    interface Script {

        void heard(Talk talk, Heard one) throws IOException;

        default void begun(Talk talk) throws IOException {}
    }

    /** A packet that came, on the connection with that number from 1 on. */
    @SuppressWarnings("ArrayRecordComponent")
    record Heard(int connection, PacketType type, byte[] body) {}

    /** One connection. */
    static final class Talk implements AutoCloseable {

        private final Socket socket;
        private final DataInputStream in;
        private final int number;

        Talk(Socket socket, int number) throws IOException {
            this.socket = socket;
            this.number = number;
            this.in = new DataInputStream(socket.getInputStream());
        }

        int number() {
            return number;
        }

        private Heard next() throws IOException {
            if (in.readInt() != Magic.REQUEST.value()) {
                throw new IOException("not a request");
            }
            var type = PacketType.ofCode(in.readInt());
            if (type == null) {
                throw new IOException("an unknown request");
            }
            var body = new byte[in.readInt()];
            in.readFully(body);
            return new Heard(number, type, body);
        }

        void say(PacketType type, String... arguments) throws IOException {
            var packet = Packet.ofText(type, arguments);
            var bytes = ByteBuffer.allocate(Encoder.of(Magic.RESPONSE).length(packet));
            Encoder.of(Magic.RESPONSE).write(packet, bytes);
            say(bytes.array());
        }

        void say(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
