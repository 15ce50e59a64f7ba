package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.IoLoop;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places for outstanding submissions. Who comes takes what is free at once; who waits is woken when an eighth is
 * free, or soon after the first: to be woken costs more than to submit.
 */
final class Places {

    private static final int PARTS = 8;
    private static final Duration SOON = Duration.ofMillis(1);

    private final IoLoop loop;
    private final int part;
    private final Semaphore free;
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicBoolean soon = new AtomicBoolean();

    Places(IoLoop loop, int count) {
        this.loop = loop;
        this.part = Math.max(1, count / PARTS);
        this.free = new Semaphore(count);
    }

    boolean tryEnter() {
        if (free.tryAcquire()) {
            return true;
        }
        giveBack();
        return free.tryAcquire();
    }

    /** Waits for a place; false if the deadline came first. */
    boolean enter(long deadline) throws InterruptedException {
        return free.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** One place is free. Any thread. */
    void leave() {
        if (left.incrementAndGet() >= part || !free.hasQueuedThreads()) {
            giveBack();
        } else if (!soon.get() && soon.compareAndSet(false, true)) {
            loop.schedule(SOON, () -> {
                soon.set(false);
                giveBack();
            });
        }
    }

    private void giveBack() {
        free.release(left.getAndSet(0));
    }
}
