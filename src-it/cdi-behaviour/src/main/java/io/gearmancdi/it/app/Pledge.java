package io.gearmancdi.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A text that a job has promised, until the test gives it. */
@ApplicationScoped
public class Pledge {

    private volatile CompletableFuture<String> promise = new CompletableFuture<>();
    private volatile boolean made;

    /** Made by the container. */
    public Pledge() {}

    CompletionStage<String> make() {
        made = true;
        return promise;
    }

    /** {@return whether the job is there} */
    public boolean isMade() {
        return made;
    }

    /**
     * Ends the job.
     *
     * @param text its result
     */
    public void keep(String text) {
        var kept = promise;
        promise = new CompletableFuture<>();
        made = false;
        kept.complete(text);
    }
}
