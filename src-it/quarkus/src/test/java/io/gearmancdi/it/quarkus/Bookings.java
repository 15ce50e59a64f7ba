package io.gearmancdi.it.quarkus;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Jobs in transactions, and how those have ended. */
@Work(name = "Bookings")
@ApplicationScoped
class Bookings {

    private final List<String> ends = new CopyOnWriteArrayList<>();

    @Inject
    Event<Entry> entries;

    @Job
    @Transactional
    String book(String text) {
        entries.fire(new Entry(text));
        return text;
    }

    @Job
    @Transactional
    String bookAndThrow(String text) {
        entries.fire(new Entry(text));
        throw new IllegalStateException("The ledger is closed");
    }

    void kept(@Observes(during = TransactionPhase.AFTER_SUCCESS) Entry entry) {
        ends.add(entry.text() + " was kept");
    }

    void lost(@Observes(during = TransactionPhase.AFTER_FAILURE) Entry entry) {
        ends.add(entry.text() + " was lost");
    }

    /** Without a transaction it is both kept and lost. */
    List<String> endsOf(String text) {
        return ends.stream().filter(end -> end.startsWith(text + " ")).toList();
    }

    record Entry(String text) {}
}
