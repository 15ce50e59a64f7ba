package io.gearmancdi.cdi;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.Optional;

/** Ends what a job has begun and not ended, so that the next one does not find it. The only class that touches JTA. */
final class OpenTransactions {

    private static final String NAME = "java:comp/UserTransaction";

    /** In the library of an EAR there is no {@code java:comp}; WildFly has a name for the whole server. */
    private static final String OF_SERVER = "java:jboss/UserTransaction";

    private final UserTransaction transaction;

    OpenTransactions(UserTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Empty where JNDI has none.
     *
     * @throws LinkageError where there is no JTA at all
     */
    static Optional<OpenTransactions> find() {
        return Jndi.find(NAME, UserTransaction.class)
                .or(() -> Jndi.find(OF_SERVER, UserTransaction.class))
                .map(OpenTransactions::new);
    }

    /**
     * Rolls back what is open on this thread.
     *
     * @return whether something was
     */
    boolean rollBack() {
        try {
            if (transaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
                return false;
            }
            transaction.rollback();
            return true;
        } catch (SystemException e) {
            throw new IllegalStateException("A transaction that was left open could not be rolled back", e);
        }
    }
}
