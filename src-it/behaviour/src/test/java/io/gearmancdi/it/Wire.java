package io.gearmancdi.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a server, passes bytes on as they are, and ends the stream to the client where it is told to. */
final class Wire implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final int most;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private Wire(int target, int most) throws IOException {
        this.target = target;
        this.most = most;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    static Wire to(int port) throws IOException {
        return new Wire(port, Integer.MAX_VALUE);
    }

    /** A client hears that many bytes of the server, and then the end of the stream. */
    static Wire thatCutsAfter(int bytes, int port) throws IOException {
        return new Wire(port, bytes);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What all clients have sent. */
    byte[] heard() {
        return heard.toByteArray();
    }

    /** Ends the stream to all clients of now, as a network does that knows nothing of TLS. */
    void cut() throws IOException {
        for (var client : clients) {
            client.shutdownOutput();
        }
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            var near = listener.accept();
            sockets.add(near);
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(far);
            clients.add(near);
            start(() -> up(near, far.getOutputStream()));
            start(() -> {
                pass(far, near.getOutputStream(), most);
                near.shutdownOutput();
            });
        }
    }

    private void up(Socket from, OutputStream to) throws IOException {
        var bytes = new byte[8192];
        for (int n = from.getInputStream().read(bytes);
                n >= 0;
                n = from.getInputStream().read(bytes)) {
            heard.write(bytes, 0, n);
            to.write(bytes, 0, n);
        }
    }

    private static void pass(Socket from, OutputStream to, int most) throws IOException {
        var bytes = new byte[8192];
        int left = most;
        while (left > 0) {
            int n = from.getInputStream().read(bytes, 0, Math.min(left, bytes.length));
            if (n < 0) {
                return;
            }
            to.write(bytes, 0, n);
            left -= n;
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
                "wire");
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
