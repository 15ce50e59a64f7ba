package io.gearmancdi.cdi;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.spi.EmbeddedServer;
import io.gearmancdi.spi.JobServerProvider;
import io.gearmancdi.spi.JobServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import io.gearmancdi.spi.FlushPolicy;
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

    private record Wanted(
            String host, int port, int maxPacketSize, Optional<Path> store, FlushPolicy flush, Duration flushInterval)
            implements JobServerSettings {}

    /** The provider on the class path. */
    static Optional<JobServerProvider> provider() {
        // The application's own loader first: in an application server the library may lie above it
        return Stream.of(Thread.currentThread().getContextClassLoader(), EmbeddedServers.class.getClassLoader())
                .flatMap(loader -> ServiceLoader.load(JobServerProvider.class, loader).findFirst().stream())
                .findFirst();
    }

    static Optional<EmbeddedServer> start(
            EmbeddedServerMode mode, ServerAddress address, int maxPacketSize, EmbeddedStore store) {
        boolean wanted = switch (mode) {
            case NEVER -> false;
            case ALWAYS -> true;
            case AUTO -> isLocal(address) && !isListening(address);
        };
        return wanted ? provider().map(provider -> start(provider, wanted(address, maxPacketSize, store), address)) : Optional.empty();
    }

    private static JobServerSettings wanted(ServerAddress address, int maxPacketSize, EmbeddedStore store) {
        return new Wanted(
                address.host(),
                address.port(),
                maxPacketSize,
                store.directory(),
                store.flush(),
                store.flushInterval());
    }

    private static EmbeddedServer start(
            JobServerProvider provider, JobServerSettings settings, ServerAddress address) {
        try {
            var server = provider.start(settings);
            ExtensionLog.embeddedServer(server.address(), settings.store());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("No job server can be started on " + address + " inside this process", e);
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
