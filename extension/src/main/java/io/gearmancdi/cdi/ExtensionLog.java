package io.gearmancdi.cdi;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.discovery.Problem;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Every message of the extension. Those of INFO and above carry a number. */
final class ExtensionLog {

    private static final System.Logger LOG = System.getLogger("io.gearmancdi");

    private ExtensionLog() {}

    static void started(int workers, boolean autostart, Sources sources, String executor) {
        LOG.log(
                Level.INFO,
                "GCDI-101 Gearman has {0} workers{1}; found by {2}; settings come from {3}; jobs run on {4}",
                workers,
                autostart ? "" : ", not started (gearman.autostart)",
                sources.extension(),
                sources.settings(),
                executor);
    }

    static void stopped() {
        LOG.log(Level.INFO, "GCDI-102 Gearman has stopped");
    }

    static void embeddedServer(ServerAddress address, Optional<Path> store) {
        if (store.isPresent()) {
            LOG.log(
                    Level.INFO,
                    "GCDI-107 A job server runs inside this process on {0}: it keeps background jobs in {1}",
                    address,
                    store.get());
            return;
        }
        LOG.log(
                Level.WARNING,
                "GCDI-103 A job server runs inside this process on {0}: its jobs live and die with this process",
                address);
    }

    static void observerThrew(Class<?> event, Throwable thrown) {
        LOG.log(
                Level.WARNING,
                () -> "GCDI-104 An asynchronous observer of " + event.getSimpleName() + " threw",
                thrown);
    }

    static void threadsLeft() {
        LOG.log(Level.WARNING, "GCDI-105 Jobs that ignore their interrupt keep threads of the own pool");
    }

    static void transactionLeftOpen(String job) {
        LOG.log(
                Level.WARNING,
                () -> "GCDI-106 The job " + job + " has left a transaction open, which was rolled back. Commit or roll"
                        + " back in the method that begins, or use @Transactional");
    }

    static void severalExecutors(List<String> classes) {
        LOG.log(
                Level.WARNING,
                "GCDI-108 Jobs run on none of several beans of type ExecutorService, found in {0}. Give all but one a"
                        + " qualifier, or set gearman.executor.name",
                classes);
    }

    static void warning(Problem problem) {
        LOG.log(Level.WARNING, problem::toString);
    }
}
