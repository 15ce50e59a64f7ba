package io.gearmancdi.it.ee.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Status;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How transactions have ended. */
@ApplicationScoped
public class Outcomes {

    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    /** Made by the container. */
    public Outcomes() {}

    void kept(@Observes(during = TransactionPhase.AFTER_SUCCESS) Entry entry) {
        end(entry, Status.STATUS_COMMITTED);
    }

    void lost(@Observes(during = TransactionPhase.AFTER_FAILURE) Entry entry) {
        end(entry, Status.STATUS_ROLLEDBACK);
    }

    /** Without a transaction, an event goes to both. */
    private void end(Entry entry, int status) {
        statuses.merge(entry.text(), status, (one, other) -> Status.STATUS_UNKNOWN);
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

    record Entry(String text) {}
}
