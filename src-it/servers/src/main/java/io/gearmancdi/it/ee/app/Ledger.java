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
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Jobs in transactions, and one that looks whether there is one. */
@Work(name = "Ledger")
class Ledger {

    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    @Resource(lookup = REGISTRY)
    @Nullable
    TransactionSynchronizationRegistry registry;

    @Inject
    UserTransaction transaction;

    @Inject
    Outcomes outcomes;

    @Job
    @Transactional
    String book(String entry) throws NamingException {
        registry().registerInterposedSynchronization(outcomes.of(entry));
        return entry;
    }

    @Job
    @Transactional
    String bookAndThrow(String entry) throws NamingException {
        registry().registerInterposedSynchronization(outcomes.of(entry));
        throw new IllegalStateException("The ledger is closed");
    }

    /** GlassFish does not inject resources into beans of WEB-INF/lib, but has the name. */
    @SuppressWarnings("BanJNDI")
    private TransactionSynchronizationRegistry registry() throws NamingException {
        return registry != null ? registry : InitialContext.doLookup(REGISTRY);
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
