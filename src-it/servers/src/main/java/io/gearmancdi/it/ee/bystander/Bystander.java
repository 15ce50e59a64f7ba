package io.gearmancdi.it.ee.bystander;

import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;

/** Has an executor, too; jobs run on the server's. A bean only where every class is one. */
class Bystander {

    @Produces
    ExecutorService pool() {
        return ForkJoinPool.commonPool();
    }
}
