package io.gearmancdi.it;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.spi.JobServerProvider;
import io.gearmancdi.spi.JobServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ServiceLoader;
import org.awaitility.Awaitility;

/**
 * A job server on a free port: the embedded one, or a real gearmand with {@code -Dit.server=gearmand}.
 *
 * @param address where it listens
 * @param stop ends it
 */
public record TestServer(ServerAddress address, Runnable stop) implements AutoCloseable {

    private static final int MAX_PACKET_SIZE = 16 * 1024 * 1024;

    private record Settings(String host, int port, int maxPacketSize) implements JobServerSettings {}

    /** {@return a running server} */
    public static TestServer start() {
        int port = freePort();
        return System.getProperty("it.server", "embedded").equals("gearmand") ? gearmand(port) : embedded(port);
    }

    /** {@return a port that nobody listens on} */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestServer embedded(int port) {
        var provider = ServiceLoader.load(JobServerProvider.class).findFirst().orElseThrow();
        try {
            var server = provider.start(new Settings("127.0.0.1", port, MAX_PACKET_SIZE));
            return new TestServer(server.address(), server::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestServer gearmand(int port) {
        try {
            var process = new ProcessBuilder(
                            "gearmand", "--listen", "127.0.0.1", "-p", Integer.toString(port), "--log-file", "stderr")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> isListening(port));
            return new TestServer(new ServerAddress("127.0.0.1", port), process::destroy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
