package io.gearmancdi.cdi;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.TlsSettings;
import io.gearmancdi.spi.FlushPolicy;
import io.gearmancdi.spi.JobServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The embedded job server that is to be started, if any. */
record ServerWanted(ServerAddress address, int maxPacketSize, Optional<TlsSettings> tls, EmbeddedStore kept)
        implements JobServerSettings {

    @Override
    public String host() {
        return address.host();
    }

    @Override
    public int port() {
        return address.port();
    }

    @Override
    public Optional<Path> store() {
        return kept.directory();
    }

    @Override
    public FlushPolicy flush() {
        return kept.flush();
    }

    @Override
    public Duration flushInterval() {
        return kept.flushInterval();
    }
}
