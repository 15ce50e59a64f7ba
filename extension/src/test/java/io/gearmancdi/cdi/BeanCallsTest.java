package io.gearmancdi.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeanCallsTest {

    private final BeanCalls calls =
            new BeanCalls(new RequestContexts(), new ConsoleOutput(), Optional.of(new OpenTransactions(new Stuck())));

    @Test
    void what_a_job_throws_is_not_replaced_by_what_the_roll_back_throws() {
        var own = new IOException("the disk is full");

        var thrown = catchThrowable(() -> calls.guarded("job", () -> {
            throw own;
        }));

        assertThat(thrown).isSameAs(own);
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class);
    }

    /** A transaction that cannot be ended. */
    private static final class Stuck implements UserTransaction {

        @Override
        public int getStatus() {
            return Status.STATUS_ACTIVE;
        }

        @Override
        public void rollback() throws SystemException {
            throw new SystemException("the coordinator is away");
        }

        @Override
        public void begin() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void commit() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setTransactionTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }
    }
}
