package io.gearmancdi.server;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.spi.EmbeddedServer;
import io.gearmancdi.spi.JobServerProvider;
import io.gearmancdi.spi.JobServerSettings;
import io.gearmancdi.spi.JobServerStatistics;
import java.io.IOException;

/**
 * How the rest of gearman-cdi finds this server. Applications use {@link EmbeddedJobServer}.
 */
public final class EmbeddedJobServerProvider implements JobServerProvider {
    /** Made by {@link java.util.ServiceLoader}. */
    public EmbeddedJobServerProvider() {}

    @Override
    public EmbeddedServer start(JobServerSettings settings) throws IOException {
        var builder = EmbeddedJobServer.builder()
                .host(settings.host())
                .port(settings.port())
                .maxPacketSize(settings.maxPacketSize())
                .flush(settings.flush())
                .flushInterval(settings.flushInterval());
        settings.store().ifPresent(builder::store);
        settings.tls().ifPresent(builder::tls);
        return new Provided(builder.start());
    }

    private record Provided(EmbeddedJobServer server) implements EmbeddedServer {
        @Override
        public ServerAddress address() {
            return new ServerAddress(server.host(), server.port());
        }

        @Override
        public JobServerStatistics statistics() {
            return server.statistics();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
