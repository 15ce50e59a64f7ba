package io.gearmancdi.cdi;

import io.gearmancdi.cdi.json.JsonCodec;
import io.gearmancdi.discovery.Key;
import io.gearmancdi.spi.UniqueKeyGenerator;
import io.gearmancdi.spi.WorkloadCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;

/** What the application or the container brings. */
@ApplicationScoped
class Collaborators {

    private static final String THREAD_FACTORY = "java:comp/DefaultManagedThreadFactory";

    /** In the library of an EAR there is no {@code java:comp}; WildFly has names for the whole server. */
    private static final String SERVER_EXECUTOR = "java:jboss/ee/concurrency/executor/default";

    private static final String SERVER_THREAD_FACTORY = "java:jboss/ee/concurrency/factory/default";

    @Inject
    Instance<ExecutorService> executors;

    @Inject
    Instance<WorkloadCodec> codecs;

    @Inject
    Instance<UniqueKeyGenerator> uniqueKeys;

    /** Empty if a name was configured and JNDI does not have it. */
    Optional<JobExecutor> executor(String jndiName) {
        var managed = managedExecutor(jndiName);
        if (managed.isPresent() || !jndiName.equals(Key.EXECUTOR_NAME.builtIn())) {
            return managed;
        }
        var ofServer = managedExecutor(SERVER_EXECUTOR);
        if (ofServer.isPresent()) {
            return ofServer;
        }
        if (executors.isResolvable()) {
            return Optional.of(JobExecutor.foreign(executors.get(), "the application's ExecutorService bean"));
        }
        if (executors.isAmbiguous()) {
            ExtensionLog.severalExecutors(executors
                    .handlesStream()
                    .map(handle -> handle.getBean().getBeanClass().getName())
                    .toList());
        }
        return Optional.of(JobExecutor.ownPool());
    }

    private static Optional<JobExecutor> managedExecutor(String name) {
        return Jndi.find(name, ExecutorService.class)
                .map(executor -> JobExecutor.foreign(executor, "the executor " + name));
    }

    Optional<ThreadFactory> threadFactory() {
        return Jndi.find(THREAD_FACTORY, ThreadFactory.class)
                .or(() -> Jndi.find(SERVER_THREAD_FACTORY, ThreadFactory.class));
    }

    Optional<OpenTransactions> transactions() {
        try {
            return OpenTransactions.find();
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    WorkloadCodec codec() {
        return codecs.isResolvable() ? codecs.get() : new JsonCodec();
    }

    Optional<UniqueKeyGenerator> uniqueKeys() {
        return uniqueKeys.isResolvable() ? Optional.of(uniqueKeys.get()) : Optional.empty();
    }
}
