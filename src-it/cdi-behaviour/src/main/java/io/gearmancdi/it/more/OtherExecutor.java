package io.gearmancdi.it.more;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;

/** A second executor of the application. */
@ApplicationScoped
public class OtherExecutor {

    /** Made by the container. */
    public OtherExecutor() {}

    @Produces
    ExecutorService pool() {
        return ForkJoinPool.commonPool();
    }
}
