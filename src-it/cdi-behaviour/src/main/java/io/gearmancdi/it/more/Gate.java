package io.gearmancdi.it.more;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a job back until the test lets it go. */
@ApplicationScoped
public class Gate {

    private static final int SECONDS = 30;

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Made by the container. */
    public Gate() {}

    void pass() throws InterruptedException {
        entered.countDown();
        if (!open.await(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody has opened");
        }
    }

    /**
     * Waits for the job to come.
     *
     * @return whether it has come
     * @throws InterruptedException if the thread was interrupted
     */
    public boolean isReached() throws InterruptedException {
        return entered.await(SECONDS, TimeUnit.SECONDS);
    }

    /** Lets the job go. */
    public void open() {
        open.countDown();
    }
}
