package io.gearmancdi.cli;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells that a job has begun. */
@ApplicationScoped
class Begun {

    private final CountDownLatch latch = new CountDownLatch(1);

    void now() {
        latch.countDown();
    }

    boolean await() throws InterruptedException {
        return latch.await(30, TimeUnit.SECONDS);
    }
}
