package io.gearmancdi.driver;

import io.gearmancdi.DrainReport;
import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.driver.admin.AdminSettings;
import io.gearmancdi.driver.admin.DefaultGearmanAdmin;
import io.gearmancdi.driver.client.ClientCore;
import io.gearmancdi.driver.client.ClientSettings;
import io.gearmancdi.driver.client.DefaultGearmanClient;
import io.gearmancdi.driver.client.FinishedJobs;
import io.gearmancdi.driver.client.JobCatalog;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.Handover;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Tls;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.driver.payload.Payloads;
import io.gearmancdi.driver.worker.DefaultGearmanWorkers;
import io.gearmancdi.driver.worker.WorkerEnvironment;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Puts the rooms of the driver together. */
final class DefaultGearman implements Gearman {

    private final @Nullable ExecutorService ownExecutor;
    private final IoLoop loop;
    private final ClientCore clientCore;
    private final GearmanClient client;
    private final DefaultGearmanWorkers workers;
    private final GearmanAdmin admin;
    private final Duration shutdownTimeout;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    DefaultGearman(GearmanBuilder builder) {
        shutdownTimeout = builder.shutdownTimeout;
        var tls = builder.tls == null ? null : Tls.of(builder.tls);
        ownExecutor =
                builder.executor == null ? Executors.newCachedThreadPool(new DaemonThreads("gearman-work")) : null;
        var executor = ownExecutor == null ? builder.executor : ownExecutor;
        loop = new IoLoop(builder.threads);
        var connections = new ConnectionSettings(
                builder.connectTimeout,
                builder.maxPacketSize,
                builder.maxBufferSize,
                builder.reconnect,
                builder.heartbeat,
                tls);
        var catalog = new JobCatalog();
        var payloads = new Payloads(builder.codec);
        var finished = new FinishedJobs();
        clientCore = new ClientCore(
                new ClientSettings(
                        builder.servers,
                        builder.clientTimeout,
                        builder.maxPending,
                        builder.failWhenFull,
                        builder.maxResultSize,
                        builder.maxPacketSize,
                        builder.generateUniqueKeys),
                connections,
                loop,
                executor,
                catalog,
                payloads,
                builder.uniqueKeys,
                builder.taskListeners,
                finished);
        client = new DefaultGearmanClient(clientCore);
        workers = new DefaultGearmanWorkers(
                new WorkerEnvironment(
                        loop,
                        // Slots bound what workers hand over
                        new Handover(loop, executor, Integer.MAX_VALUE),
                        connections,
                        builder.servers,
                        payloads,
                        builder.workListeners,
                        finished::add,
                        builder.pollInterval,
                        builder.shutdownTimeout,
                        builder.interruptOnConnectionLoss),
                catalog,
                builder.workers);
        admin = new DefaultGearmanAdmin(
                new AdminSettings(builder.servers, builder.connectTimeout, builder.maxResultSize, tls));
    }

    @Override
    public GearmanClient client() {
        return client;
    }

    @Override
    public GearmanWorkers workers() {
        return workers;
    }

    @Override
    public GearmanAdmin admin() {
        return admin;
    }

    @Override
    public void start() {
        if (started.compareAndSet(false, true)) {
            workers.startAll();
        }
    }

    @Override
    public void close() {
        if (!closed.get()) {
            close(shutdownTimeout);
        }
    }

    @Override
    public DrainReport close(Duration within) {
        boolean first = closed.compareAndSet(false, true);
        try {
            // Jobs may still submit jobs while they end
            var report = workers.close(within);
            if (first && !workers.list().isEmpty()) {
                DriverLog.drained(report);
            }
            return report;
        } finally {
            if (first) {
                clientCore.close();
                loop.close();
                if (ownExecutor != null) {
                    ownExecutor.shutdown();
                }
            }
        }
    }
}
