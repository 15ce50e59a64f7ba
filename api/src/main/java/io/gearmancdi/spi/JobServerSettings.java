package io.gearmancdi.spi;

import io.gearmancdi.TlsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an embedded job server should be like; made by the library. */
public interface JobServerSettings {

    /** {@return the address to listen on} */
    String host();

    /** {@return the TCP port; 0: any free one} */
    int port();

    /** {@return the largest body of a packet in bytes} */
    int maxPacketSize();

    /** {@return the certificate and key to serve TLS alone with; empty: it is served without} */
    default Optional<TlsSettings> tls() {
        return Optional.empty();
    }

    /**
     * {@return the directory in which background jobs are kept, so that they outlive the process; empty: in memory
     * alone}
     */
    default Optional<Path> store() {
        return Optional.empty();
    }

    /** {@return when they are forced to the disk} */
    default FlushPolicy flush() {
        return FlushPolicy.EACH;
    }

    /** {@return how often they are, where that is the policy} */
    default Duration flushInterval() {
        return Duration.ofSeconds(1);
    }
}
