package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import io.gearmancdi.it.base.Totals;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker that lasts as long as the application, though it is recycled after two jobs. */
@Work(name = "Lasting", iterations = 2)
@ApplicationScoped
class Lasting extends Totals<Integer> {

    private final AtomicInteger jobs = new AtomicInteger();

    @Inject
    Counters counters;

    @Job
    int count() {
        return jobs.incrementAndGet();
    }

    @Traced
    @Override
    @Job
    protected String callers() {
        return super.callers();
    }

    @PreDestroy
    void end() {
        counters.lastingDestroyed();
    }
}
