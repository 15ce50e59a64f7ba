package io.gearmancdi.driver.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Says once a minute what could be said over and over. Thread-safe. */
public final class Seldom {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong unsaid = new AtomicLong();

    /** Begins: the first time something is said. */
    public Seldom() {}

    /**
     * There is something to say.
     *
     * @param saying says it, and gets how often nothing was said since the last time
     */
    public void say(LongConsumer saying) {
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
            saying.accept(unsaid.getAndSet(0));
        } else {
            unsaid.incrementAndGet();
        }
    }
}
