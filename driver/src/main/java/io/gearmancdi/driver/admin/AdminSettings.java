package io.gearmancdi.driver.admin;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.Tls;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the administrative client needs to know.
 *
 * @param servers those of the application
 * @param timeout for connecting, and again for the answer
 * @param maxAnswer how many bytes an answer may have
 * @param tls null: connections are not secure
 */
public record AdminSettings(
        List<ServerAddress> servers,
        Duration timeout,
        int maxAnswer,
        @Nullable Tls tls) {}
