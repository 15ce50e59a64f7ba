package io.gearmancdi.server.store;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.gearmancdi.spi.FlushPolicy;

/** Everything that a store ever logs. */
final class StoreMessages {
    private final System.Logger logger = System.getLogger("io.gearmancdi.server");

    void opened(Object volume, int jobs, FlushPolicy policy) {
        logger.log(INFO, "GCS013 Job store {0}: {1} jobs recovered; forced: {2}", volume, jobs, policy);
    }

    void damaged(Object volume, String name, long good, long bytes) {
        logger.log(
                WARNING,
                "GCS014 Job store {0}: {1} is damaged after {2} bytes; the last {3} bytes are passed over, all before"
                        + " is recovered",
                volume,
                name,
                good,
                bytes);
    }
}
