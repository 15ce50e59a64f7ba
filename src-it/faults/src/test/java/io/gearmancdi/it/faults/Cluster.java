package io.gearmancdi.it.faults;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.io.IOException;
import java.util.List;

/** Three job servers. */
final class Cluster implements AutoCloseable {

    private final List<Gearmand> servers;

    Cluster() throws IOException {
        servers = List.of(new Gearmand(), new Gearmand(), new Gearmand());
    }

    List<Gearmand> servers() {
        return servers;
    }

    Gearmand at(ServerAddress address) {
        return servers.stream()
                .filter(server -> server.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    Gearman.Builder gearman() {
        return Gearmen.at(servers.stream().map(Gearmand::address).toArray(ServerAddress[]::new));
    }

    @Override
    public void close() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }
}
