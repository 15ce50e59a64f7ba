package io.gearmancdi.cdi;

import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.spi.EmbeddedServer;
import java.util.Optional;

/** Everything that was built, in the order in which it is taken down: workers and client, job server, threads. */
record RunningGearman(
        Gearman gearman,
        GearmanWorkers workers,
        boolean autostart,
        Sources sources,
        Optional<EmbeddedServer> server,
        JobExecutor executor) {

    void start() {
        if (autostart) {
            gearman.start();
        }
        ExtensionLog.started(workers.list().size(), autostart, sources, executor.description());
    }

    void stop() {
        try {
            gearman.close();
        } finally {
            server.ifPresent(EmbeddedServer::close);
            executor.close();
        }
        ExtensionLog.stopped();
    }
}
