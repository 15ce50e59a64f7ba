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

    @Inject
    Instance<ExecutorService> executors;

    @Inject
    Instance<WorkloadCodec> codecs;

    @Inject
    Instance<UniqueKeyGenerator> uniqueKeys;

    /** Empty if a name was configured and JNDI does not have it. */
    Optional<JobExecutor> executor(String jndiName) {
        var managed = Jndi.find(jndiName, ExecutorService.class)
                .map(executor -> JobExecutor.foreign(executor, "the executor " + jndiName));
        if (managed.isPresent() || !jndiName.equals(Key.EXECUTOR_NAME.builtIn())) {
            return managed;
        }
        if (executors.isResolvable()) {
            return Optional.of(JobExecutor.foreign(executors.get(), "the application's ExecutorService bean"));
        }
        return Optional.of(JobExecutor.ownPool());
    }

    Optional<ThreadFactory> threadFactory() {
        return Jndi.find(THREAD_FACTORY, ThreadFactory.class);
    }

    WorkloadCodec codec() {
        return codecs.isResolvable() ? codecs.get() : new JsonCodec();
    }

    Optional<UniqueKeyGenerator> uniqueKeys() {
        return uniqueKeys.isResolvable() ? Optional.of(uniqueKeys.get()) : Optional.empty();
    }
}
