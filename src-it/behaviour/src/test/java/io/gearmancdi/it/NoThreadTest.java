package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.driver.Gearman;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The I/O thread is not to be had, as in a container that stops or has no threads left, and later it is. */
class NoThreadTest extends OnEveryServer {

    private final AtomicBoolean without = new AtomicBoolean(true);
    private final ThreadFactory threads = task -> {
        if (without.get()) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        return new Thread(task);
    };

    @Override
    Gearman.Builder settings(Gearman.Builder builder) {
        return builder.threadFactory(threads).maxPending(1);
    }

    @Test
    void aCallIsRefusedAtOnceAndKeepsNoPlace() {
        assertRefused(() -> client().foreign().doBackgroundJob("f", "x"));

        assertWorksLater();
    }

    @Test
    void anAsynchronousCallIsRefusedAtOnceAndKeepsNoPlace() {
        assertRefused(() -> client().foreign().doBackgroundJobAsync("f", "x"));

        assertWorksLater();
    }

    @Test
    void aQuestionIsRefusedAtOnce() {
        assertRefused(() -> client().foreign().getJobStatusByUnique("f", "u"));

        assertWorksLater();
    }

    @Test
    void aFunctionIsRefusedAtOnceAndMayBeOfferedLater() {
        assertThatThrownBy(() -> work("f", job -> job.bytes())).hasMessageContaining("unable to create native thread");
        assertThat(gearman.workers().find("f")).isEmpty();

        without.set(false);
        work("f", job -> job.bytes());

        assertThat(client().doJob("f", "x").text()).isEqualTo("x");
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ServerConnectionException.class)
                .hasMessageContaining("unable to create native thread");
    }

    private void assertWorksLater() {
        without.set(false);
        assertThat(client().foreign().doBackgroundJob("f", "x").value()).isNotEmpty();
    }
}
