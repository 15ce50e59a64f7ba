package io.gearmancdi.it.more;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An executor of the application, whose threads know nothing of its classes. */
@ApplicationScoped
public class OwnExecutor {

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "own-executor");
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        return thread;
    });

    /** Made by the container. */
    public OwnExecutor() {}

    @Produces
    ExecutorService threads() {
        return threads;
    }

    @PreDestroy
    void end() {
        threads.shutdown();
    }
}
