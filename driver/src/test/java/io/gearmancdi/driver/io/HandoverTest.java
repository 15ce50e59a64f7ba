package io.gearmancdi.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandoverTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final AtomicInteger threadsToRefuse = new AtomicInteger();
    private final IoLoop loop = new IoLoop(this::thread);
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicReference<Thread> runner = new AtomicReference<>();
    private final Queue<Runnable> queue = new ArrayDeque<>();

    private Thread thread(Runnable task) {
        if (threadsToRefuse.getAndDecrement() > 0) {
            throw new OutOfMemoryError("no thread, says this test");
        }
        return new Thread(task);
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Nested
    class ToAnExecutorThatTakesTasks {

        private final Handover handover = to(queue::add);

        @Test
        void isAllThatIsDone() {
            handover.execute(HandoverTest.this::run, LONG);

            assertThat(runs).hasValue(0);
            queue.remove().run();
            assertThat(runner).hasValue(Thread.currentThread());
        }

        @Test
        void lastsNoLongerThanThePatience() {
            handover.execute(HandoverTest.this::run, SHORT);

            runsElsewhere();
            queue.remove().run();
            assertThat(runs).hasValue(1);
        }

        @Test
        void isNoRefusalOfAnOffer() {
            assertThat(handover.offer(HandoverTest.this::run)).isNull();

            queue.remove().run();
            assertThat(runs).hasValue(1);
        }
    }

    @Nested
    class ToAnExecutorThatRefuses {

        private final RejectedExecutionException refusal = new RejectedExecutionException("full");
        private final Handover handover = to(task -> {
            throw refusal;
        });

        @Test
        void bringsATaskToAThreadOfItsOwn() {
            handover.execute(HandoverTest.this::run);

            runsElsewhere();
        }

        @Test
        void waitsForAThreadWhereThereIsNone() {
            loop.execute(() -> {});
            threadsToRefuse.set(1);

            handover.execute(HandoverTest.this::run);

            runsElsewhere();
        }

        @Test
        void takesNoMoreThreadsThanItMay() throws InterruptedException {
            var mayEnd = new CountDownLatch(1);
            var begun = new CountDownLatch(2);
            for (int i = 0; i < 5; i++) {
                handover.execute(() -> {
                    begun.countDown();
                    awaitEnd(mayEnd);
                    run();
                });
            }
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(runs).hasValue(0);

            mayEnd.countDown();

            Awaitility.await().untilAsserted(() -> assertThat(runs).hasValue(5));
        }

        @Test
        void isToldToWhoOffers() {
            assertThat(handover.offer(HandoverTest.this::run)).isSameAs(refusal);
        }
    }

    @Nested
    class ToAnExecutorThatTakesATaskAndThrows {

        private final Handover handover = to(task -> {
            queue.add(task);
            throw new OutOfMemoryError("no thread, says this test");
        });

        @Test
        void runsItOnce() {
            handover.execute(HandoverTest.this::run);

            runsElsewhere();
            queue.remove().run();
            assertThat(runs).hasValue(1);
        }

        @Test
        void isARefusalOfAnOffer() {
            assertThat(handover.offer(HandoverTest.this::run)).isInstanceOf(OutOfMemoryError.class);

            queue.remove().run();
            assertThat(runs).hasValue(0);
        }
    }

    @Nested
    class ToAnExecutorThatRunsTasksInTheCurrentThread {

        private final Handover handover = to(Runnable::run);

        @Test
        void bringsATaskToAThreadOfItsOwn() {
            handover.execute(HandoverTest.this::run);

            runsElsewhere();
        }

        @Test
        void bringsAnOfferToAThreadOfItsOwn() {
            assertThat(handover.offer(HandoverTest.this::run)).isNull();

            runsElsewhere();
        }
    }

    private Handover to(Executor executor) {
        return new Handover(loop, executor, 2);
    }

    private void run() {
        runner.set(Thread.currentThread());
        runs.incrementAndGet();
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void runsElsewhere() {
        Awaitility.await().untilAsserted(() -> assertThat(runs).hasValue(1));
        assertThat(runner.get()).isNotSameAs(Thread.currentThread());
    }
}
