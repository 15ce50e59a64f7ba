package io.gearmancdi.it.faults;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.util.List;

/** The settings that the tests share. */
final class Gearmen {

    private Gearmen() {}

    /** Reconnects fast; submissions have no uniques that nobody gave. */
    static Gearman.Builder at(ServerAddress... servers) {
        return Gearman.builder()
                .servers(List.of(servers))
                .generateUniqueKeys(false)
                .clientTimeout(Duration.ofSeconds(30))
                .connectTimeout(Duration.ofSeconds(1))
                .reconnectDelay(Duration.ofMillis(10), Duration.ofMillis(100))
                .shutdownTimeout(Duration.ofSeconds(5));
    }
}
