package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker that all slots share, with an interceptor. */
@Work(name = "Shared", concurrency = 2)
@ApplicationScoped
class Shared {

    private final AtomicInteger calls = new AtomicInteger();

    @Job
    int count() {
        return calls.incrementAndGet();
    }

    @Traced
    @Job
    String traced(String text) {
        return text;
    }
}
