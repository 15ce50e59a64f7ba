package io.gearmancdi.it.ee.clerk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Whom jobs have seen, and the jobs that wait for somebody. */
@ApplicationScoped
public class Callers {

    private final List<Caller> seen = new CopyOnWriteArrayList<>();
    private final BlockingQueue<CompletableFuture<String>> promises = new LinkedBlockingQueue<>();

    /** Made by the container. */
    public Callers() {}

    void note(Caller caller) {
        seen.add(caller);
    }

    /** {@return whom the jobs have seen, the first first} */
    public List<Caller> seen() {
        return List.copyOf(seen);
    }

    CompletableFuture<String> promise() {
        var promise = new CompletableFuture<String>();
        promises.add(promise);
        return promise;
    }

    /** {@return what the next job that waits is to end with} */
    public CompletableFuture<String> nextPromise() {
        try {
            return Objects.requireNonNull(promises.poll(30, TimeUnit.SECONDS), "No job waits");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
