package io.gearmancdi.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns a signal into an interrupt of the thread that works, and keeps the process until that thread has ended. */
final class Termination {

    private final Thread worker;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger code = new AtomicInteger();

    private Termination(Thread worker) {
        this.worker = worker;
    }

    static Termination ofThisThread() {
        var termination = new Termination(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(termination::signalled, "gearman-console-stop"));
        return termination;
    }

    /** The work is done; a signal has nothing more to wait for. */
    void ended(int exitCode) {
        code.set(exitCode);
        ended.countDown();
    }

    private void signalled() {
        if (ended.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            // The drain has a bound of its own
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A drained worker has ended well, whatever the signal
        Runtime.getRuntime().halt(code.get());
    }
}
