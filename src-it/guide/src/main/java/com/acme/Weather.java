package com.acme;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Retry;

// tag::retry[]
@Work(name = "Weather")
@ApplicationScoped
class Weather {

    private final AtomicInteger attempts = new AtomicInteger();

    @Retry(maxRetries = 3, delay = 10)
    @Job
    String today() {
        if (attempts.incrementAndGet() < 3) {
            throw new IllegalStateException("the weather service is away");
        }
        return "sunny";
    }
}
// end::retry[]
