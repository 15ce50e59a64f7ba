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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Starts a job server inside the process, if one is wanted. */
final class EmbeddedServers {

    private static final int PROBE_MILLIS = 500;
    private static final int LOOKS = 20;
    private static final long PAUSE_NANOS = 100_000_000;

    private EmbeddedServers() {}

    /** The provider on the class path. */
    static Optional<JobServerProvider> provider() {
        // The application's own loader first: in an application server the library may lie above it
        return Stream.of(Thread.currentThread().getContextClassLoader(), EmbeddedServers.class.getClassLoader())
                .flatMap(loader -> ServiceLoader.load(JobServerProvider.class, loader).findFirst().stream())
                .findFirst();
    }

    static Optional<EmbeddedServer> start(EmbeddedServerMode mode, ServerWanted wanted) {
        return switch (mode) {
            case NEVER -> Optional.empty();
            case ALWAYS -> provider().map(provider -> start(provider, wanted));
            case AUTO -> provider().flatMap(provider -> startOrFind(provider, wanted));
        };
    }

    /** Another application may come first between the look and the start: then its server is there to be used. */
    static Optional<EmbeddedServer> startOrFind(JobServerProvider provider, ServerWanted wanted) {
        var address = wanted.address();
        if (!isLocal(address) || isListening(address)) {
            return Optional.empty();
        }
        try {
            return Optional.of(start(provider, wanted));
        } catch (UncheckedIOException e) {
            if (comesToListen(address)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Who has the store first reads it before it listens. */
    private static boolean comesToListen(ServerAddress address) {
        boolean listening = isListening(address);
        for (int look = 1; look < LOOKS && !listening; look++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            listening = isListening(address);
        }
        return listening;
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
