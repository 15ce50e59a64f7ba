package io.gearmancdi.driver.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a thread waits for workers to stop. */
final class Await {

    private Await() {}

    /**
     * Waits for all of them.
     *
     * @param within how long
     * @param force what an interrupt does; it stays set
     * @param grace how long is waited after that
     * @throws IllegalStateException if they do not stop in time
     */
    static void all(List<? extends CompletableFuture<?>> stopped, Duration within, Runnable force, Duration grace) {
        var all = CompletableFuture.allOf(stopped.toArray(CompletableFuture[]::new));
        try {
            get(all, within);
        } catch (InterruptedException e) {
            force.run();
            try {
                get(all, grace);
            } catch (InterruptedException again) {
                throw new IllegalStateException("Interrupted while workers were made to stop", again);
            } finally {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void get(CompletableFuture<?> all, Duration within) throws InterruptedException {
        try {
            all.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Workers have not stopped within their time", e);
        }
    }
}
