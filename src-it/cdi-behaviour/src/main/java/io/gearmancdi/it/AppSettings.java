package io.gearmancdi.it;

import io.gearmancdi.ServerAddress;
import java.util.Map;

/** How the application under test is configured. */
public final class AppSettings {

    private AppSettings() {}

    /**
     * All its settings.
     *
     * @param server its job server
     * @return values by key
     */
    public static Map<String, String> on(ServerAddress server) {
        return Map.of(
                "gearman.servers", server.toString(),
                "gearman.defaults.job-prefix", "it-",
                "gearman.defaults.minimum-execution-time", "PT0S",
                "gearman.defaults.method", "doHigh",
                "acme.bell", "Bell",
                "gearman.workers.Echo.concurrency", "4",
                "gearman.workers.Texts.timeout", "7",
                "gearman.jobs.Texts~reverse.method", "doBackground",
                "gearman.jobs.Texts~reverse.execution-timeout", "PT1M");
    }
}
