package io.gearmancdi.examples.quickstart;

import io.gearmancdi.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;

/** Tells MicroProfile Config which job servers to use. System properties are its strongest source. */
final class Servers {

    private Servers() {}

    /** Uses running job servers, and starts none. */
    static void use(List<ServerAddress> servers) {
        System.setProperty(
                "gearman.servers", servers.stream().map(ServerAddress::toString).collect(Collectors.joining(",")));
        System.setProperty("gearman.embedded-server", "never");
    }

    /** Uses a port where nothing listens: {@code gearman.embedded-server=auto} starts a job server there. */
    static void useEmbedded() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty("gearman.servers", "127.0.0.1:" + socket.getLocalPort());
        }
    }
}
