package io.gearmancdi.it.ee.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How transactions have ended. */
@ApplicationScoped
public class Outcomes {

    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    /** Made by the container. */
    public Outcomes() {}

    Synchronization of(String entry) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the end counts
            }

            @Override
            public void afterCompletion(int status) {
                statuses.put(entry, status);
            }
        };
    }

    /**
     * The end of a transaction.
     *
     * @param entry what was booked in it
     * @return a constant of {@link jakarta.transaction.Status}; empty while it has not ended
     */
    public Optional<Integer> status(String entry) {
        return Optional.ofNullable(statuses.get(entry));
    }
}
