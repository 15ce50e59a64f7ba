package io.gearmancdi.cdi;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.TlsSettings;
import io.gearmancdi.cdi.config.Configuration;
import io.gearmancdi.discovery.DiscoveredWorker;
import io.gearmancdi.discovery.Discovery;
import io.gearmancdi.discovery.Key;
import io.gearmancdi.discovery.ProblemCode;
import io.gearmancdi.discovery.Problems;
import io.gearmancdi.discovery.SettingsReader;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import io.gearmancdi.spi.EmbeddedServer;
import io.gearmancdi.spi.WorkerDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds everything from what was found and what is configured; reports all problems at once. */
@ApplicationScoped
class Assembly {

    @Inject
    Findings findings;

    @Inject
    Collaborators collaborators;

    @Inject
    RequestContexts contexts;

    @Inject
    ConsoleOutput output;

    /** A real injection point: where a build removes beans that nobody injects, it keeps the workers. */
    @Inject
    @WorkerMarker
    Instance<Object> marked;

    @Inject
    Event<TaskEvent> taskEvents;

    @Inject
    Event<WorkStarting> starting;

    @Inject
    Event<WorkExecuted> executed;

    RunningGearman assemble() {
        var problems = new Problems();
        var settings = Configuration.open();
        var reader = new SettingsReader(settings, problems);
        var discovery = Discovery.of(findings.classes(), reader, problems);
        var options = Options.read(reader);
        var calls = new BeanCalls(contexts, output, collaborators.transactions());
        var workers = workers(discovery.workers(), calls, problems);
        checkEmbeddedServer(options, problems);
        var tls = TlsOptions.read(reader, options.embeddedServer(), problems);
        var executor = executor(options, problems).with(ContextLoader.current(this));
        problems.throwIfAny();
        problems.warnings().forEach(ExtensionLog::warning);

        try {
            var gearman = build(discovery.servers(), options, tls, workers, executor);
            var wanted =
                    new ServerWanted(discovery.servers().get(0), options.maxPacketSize(), tls, options.embeddedStore());
            return new RunningGearman(
                    gearman,
                    new ContainerWorkers(gearman.workers(), calls),
                    options.autostart(),
                    new Sources(findings.extension(), settings.origin()),
                    serve(gearman, options.embeddedServer(), wanted),
                    executor);
        } catch (RuntimeException | Error e) {
            executor.close();
            throw e;
        }
    }

    private Gearman build(
            List<ServerAddress> servers,
            Options options,
            Optional<TlsSettings> tls,
            List<WorkerDefinition> workers,
            JobExecutor executor) {
        var builder = Gearman.builder().servers(servers).executor(executor.executor());
        options.applyTo(builder);
        tls.ifPresent(builder::tls);
        workers.forEach(builder::worker);
        builder.codec(collaborators.codec());
        collaborators.threadFactory().ifPresent(builder::threadFactory);
        collaborators.uniqueKeys().ifPresent(builder::uniqueKeys);
        if (options.callbacks()) {
            listen(builder, executor);
        }
        return builder.build();
    }

    private static Optional<EmbeddedServer> serve(Gearman gearman, EmbeddedServerMode mode, ServerWanted wanted) {
        try {
            return EmbeddedServers.start(mode, wanted);
        } catch (RuntimeException | Error e) {
            gearman.close();
            throw e;
        }
    }

    private List<WorkerDefinition> workers(List<DiscoveredWorker> discovered, BeanCalls calls, Problems problems) {
        var workers = new ArrayList<WorkerDefinition>();
        for (var worker : discovered) {
            var bean = findings.bean(worker.view(), worker.descriptor().service(), marked);
            bean.ifPresentOrElse(
                    found -> workers.add(new BeanWorker(worker, found, calls)),
                    () -> problems.add(
                            ProblemCode.UNKNOWN_SERVICE,
                            worker.view().type().getName(),
                            "@Work(service = \"" + worker.descriptor().service() + "\") names no bean of this class",
                            "Write the bean's @Named name, or leave service out"));
        }
        return workers;
    }

    private static void checkEmbeddedServer(Options options, Problems problems) {
        if (options.embeddedServer() != EmbeddedServerMode.NEVER
                && EmbeddedServers.provider().isEmpty()) {
            problems.add(
                    ProblemCode.NO_EMBEDDED_SERVER,
                    Key.EMBEDDED_SERVER.pattern(),
                    "there is no embedded job server on the class path",
                    "Add io.gearmancdi:gearman-cdi-server, or set it to never");
        }
    }

    private JobExecutor executor(Options options, Problems problems) {
        if (options.virtualThreads()) {
            return VirtualThreads.executor()
                    .orElseGet(() -> none(
                            problems,
                            Key.EXECUTOR_VIRTUAL,
                            "Java " + Runtime.version().feature() + " has no virtual threads",
                            "Run on Java 21 or later, or leave it out"));
        }
        return collaborators
                .executor(options.executorName())
                .orElseGet(() -> none(
                        problems,
                        Key.EXECUTOR_NAME,
                        "JNDI has no executor '" + options.executorName() + "'",
                        "Correct the name, or leave it out"));
    }

    private static JobExecutor none(Problems problems, Key key, String reason, String mend) {
        problems.add(ProblemCode.BAD_SETTING, key.pattern(), reason, mend);
        return JobExecutor.foreign(Runnable::run, "none");
    }

    private void listen(Gearman.Builder builder, JobExecutor executor) {
        var observed = findings.observed();
        builder.taskListener(new TaskEventBridge(taskEvents, observed, contexts, executor.executor()));
        builder.workListener(new WorkEventBridge(starting, executed, observed, contexts, executor.executor()));
    }
}
