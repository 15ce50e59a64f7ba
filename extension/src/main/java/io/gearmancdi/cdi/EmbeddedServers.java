package io.gearmancdi.cdi;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.spi.EmbeddedServer;
import io.gearmancdi.spi.JobServerProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Starts a job server inside the process, if one is wanted. */
final class EmbeddedServers {

    private static final int PROBE_MILLIS = 500;

    private EmbeddedServers() {}

    /** The provider on the class path. */
    static Optional<JobServerProvider> provider() {
        // The application's own loader first: in an application server the library may lie above it
        return Stream.of(Thread.currentThread().getContextClassLoader(), EmbeddedServers.class.getClassLoader())
                .flatMap(loader -> ServiceLoader.load(JobServerProvider.class, loader).findFirst().stream())
                .findFirst();
    }

    static Optional<EmbeddedServer> start(EmbeddedServerMode mode, ServerWanted wanted) {
        var address = wanted.address();
        boolean asked = switch (mode) {
            case NEVER -> false;
            case ALWAYS -> true;
            case AUTO -> isLocal(address) && !isListening(address);
        };
        return asked ? provider().map(provider -> start(provider, wanted)) : Optional.empty();
    }

    private static EmbeddedServer start(JobServerProvider provider, ServerWanted wanted) {
        try {
            var server = provider.start(wanted);
            ExtensionLog.embeddedServer(server.address(), wanted.store());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No job server can be started on " + wanted.address() + " inside this process", e);
        }
    }

    private static boolean isLocal(ServerAddress address) {
        try {
            var resolved = InetAddress.getByName(address.host());
            return resolved.isLoopbackAddress()
                    || resolved.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(resolved) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isListening(ServerAddress address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), PROBE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
