package io.gearmancdi.it.ee.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;

/** Has an executor, too; jobs run on the server's. */
@ApplicationScoped
class Bystander {

    @Produces
    ExecutorService pool() {
        return ForkJoinPool.commonPool();
    }
}
