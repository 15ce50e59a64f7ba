package io.gearmancdi.driver.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class IoLoopTest {

    static Stream<Named<ThreadFactory>> factoriesWithoutAThread() {
        return Stream.of(
                Named.of("throws", task -> {
                    throw new IllegalStateException("stopped");
                }),
                Named.of("gives null", task -> null),
                Named.of("gives what cannot be started", task -> new Thread(task) {
                    @Override
                    public synchronized void start() {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("factoriesWithoutAThread")
    void whoNeedsItHearsAtOnceThatItCannotStartAndMayTryAgain(ThreadFactory without) throws Exception {
        var asked = new AtomicInteger();
        ThreadFactory once = task -> asked.incrementAndGet() <= 2 ? without.newThread(task) : new Thread(task);
        var refused = new AtomicInteger();
        var done = new CountDownLatch(1);
        try (var loop = new IoLoop(once)) {
            assertThatThrownBy(() -> loop.execute(refused::incrementAndGet))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("cannot be started");
            assertThatThrownBy(() -> loop.schedule(Duration.ZERO, refused::incrementAndGet))
                    .isInstanceOf(RejectedExecutionException.class);

            loop.execute(done::countDown);

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(refused).hasValue(0);
    }

    @Test
    void anInterruptDoesNotKeepItAwake() throws Exception {
        var runner = new CompletableFuture<Thread>();
        try (var loop = new IoLoop(Thread::new)) {
            loop.execute(() -> runner.complete(Thread.currentThread()));
            var thread = runner.get(10, TimeUnit.SECONDS);

            thread.interrupt();

            await("it waits again").until(() -> !thread.isInterrupted());
        }
    }

    @Test
    void whatCannotEvenBeLoggedDoesNotEndIt() throws Exception {
        var done = new CountDownLatch(1);
        try (var loop = new IoLoop(Thread::new)) {
            loop.execute(() -> {
                throw new Unspeakable();
            });
            loop.schedule(Duration.ofMillis(20), done::countDown);

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static final class Unspeakable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public void printStackTrace(PrintWriter log) {
            throw new NoClassDefFoundError("of an application that has gone");
        }
    }
}
