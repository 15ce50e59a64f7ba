package io.gearmancdi.it.ee.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;

/** Jobs in transactions, and one that looks whether there is one. Without JNDI, which not every thread has. */
@Work(name = "Ledger")
class Ledger {

    @Inject
    UserTransaction transaction;

    @Inject
    Event<Outcomes.Entry> entries;

    @Job
    @Transactional
    String book(String entry) {
        entries.fire(new Outcomes.Entry(entry));
        return entry;
    }

    @Job
    @Transactional
    String bookAndThrow(String entry) {
        entries.fire(new Outcomes.Entry(entry));
        throw new IllegalStateException("The ledger is closed");
    }

    /** Forgets the end of its own transaction. */
    @Job
    int begin() throws NotSupportedException, SystemException {
        transaction.begin();
        return transaction.getStatus();
    }

    @Job
    void beginAndThrow() throws NotSupportedException, SystemException {
        transaction.begin();
        throw new IllegalStateException("The ledger is closed");
    }

    @Job
    int status() throws SystemException {
        return transaction.getStatus();
    }
}
