package io.gearmancdi.it.faults;

import io.gearmancdi.ServerAddress;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection through the proxy: two sockets and two threads. */
final class Link {

    private final Socket near;
    private final Socket far;
    private final Pump says;
    private final Pump hears;
    private final Consumer<Link> ended;
    private final AtomicInteger directions = new AtomicInteger(2);

    Link(Socket near, ServerAddress target, Weather weather, Consumer<Link> ended) throws IOException {
        this.near = near;
        this.ended = ended;
        try {
            far = new Socket(target.host(), target.port());
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            says = new Pump(near, far, weather, false);
            hears = new Pump(far, near, weather, true);
        } catch (IOException e) {
            near.close();
            throw e;
        }
    }

    void start() {
        run(says);
        run(hears);
    }

    /** {@return whether this is the last that the driver said, and the server was told} */
    boolean saidLast(byte[] packet) {
        return says.endsWith(packet);
    }

    private void run(Pump pump) {
        var thread = new Thread(
                () -> {
                    pump.run();
                    close();
                    if (directions.decrementAndGet() == 0) {
                        ended.accept(this);
                    }
                },
                "proxy-pump");
        thread.setDaemon(true);
        thread.start();
    }

    /** Both sides see a reset. */
    void reset() {
        try {
            near.setSoLinger(true, 0);
            far.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already
        }
        close();
    }

    /** The driver reads an end. */
    void halfClose() {
        try {
            near.shutdownOutput();
        } catch (IOException e) {
            close();
        }
    }

    private void close() {
        close(near);
        close(far);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left to be done
        }
    }
}
