package io.gearmancdi.it.ee.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;

/** Jobs in transactions, and one that looks whether there is one. */
@Work(name = "Ledger")
class Ledger {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    @Inject
    UserTransaction transaction;

    @Inject
    Outcomes outcomes;

    @Job
    @Transactional
    String book(String entry) {
        registry.registerInterposedSynchronization(outcomes.of(entry));
        return entry;
    }

    @Job
    @Transactional
    String bookAndThrow(String entry) {
        registry.registerInterposedSynchronization(outcomes.of(entry));
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
