package io.gearmancdi.cli;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.ServerConnectionException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a job server answers at the start; a connection lost later is made again for ever. */
final class Reachability {

    private Reachability() {}

    /**
     * Tries the servers, and returns as soon as one answers.
     *
     * @param within how long to wait for each; zero: for ever
     * @param minimum how long to wait if none answers
     */
    static void check(Collection<ServerAddress> servers, Duration within, Duration minimum)
            throws InterruptedException {
        long begun = System.nanoTime();
        IOException reason = null;
        for (var server : servers) {
            reason = connect(server, within);
            if (reason == null) {
                return;
            }
        }
        var left = minimum.minusNanos(System.nanoTime() - begun);
        if (!left.isNegative()) {
            // Whoever keeps processes alive is not to start this one again at once
            Thread.sleep(left.toMillis());
        }
        var all = List.copyOf(servers);
        throw new ServerConnectionException(
                "No job server answers on " + all + "; start one, or correct gearman.servers", all.get(0), reason);
    }

    private static @Nullable IOException connect(ServerAddress server, Duration within) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), Math.toIntExact(within.toMillis()));
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}
