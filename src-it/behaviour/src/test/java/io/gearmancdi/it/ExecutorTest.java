package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.LimitPolicy;
import io.gearmancdi.driver.Gearman;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Executors that refuse, in whatever way, that run in the caller's thread, or that lose what they took. */
class ExecutorTest extends OnEveryServer {

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Executor next = pool;

    @Override
    Gearman.Builder settings(Gearman.Builder builder) {
        return builder.executor(task -> {
            asked.incrementAndGet();
            next.execute(task);
        });
    }

    @AfterEach
    void endPool() {
        pool.shutdownNow();
    }

    @Nested
    class ThatThrowsWhatNobodyExpects {

        @Test
        void isAskedAgainForATurn() throws Exception {
            next = fails(1);
            echo();

            assertThat(await(client().doJobAsync("echo", "x")).text()).isEqualTo("x");
        }

        @Test
        void leavesTheJobOfATurnThatAsksForTheNextOneAlone() throws Exception {
            var held = new ConcurrentLinkedQueue<Runnable>();
            next = held::add;
            work("echo", job -> job.bytes(), all -> all.withConcurrency(2));
            try (var other = builder().build()) {
                var first = other.client().foreign().doJobAsync("echo", "one");
                var second = other.client().foreign().doJobAsync("echo", "two");
                Awaitility.await().atMost(SOON).until(() -> server.ask("status").equals("echo\t2\t2\t1"));
                next = fails(1);

                pool.execute(held.remove());

                assertThat(await(first).text()).isEqualTo("one");
                assertThat(await(second).text()).isEqualTo("two");
            }
        }

        @Test
        void losesNoOutcome() throws Exception {
            try (var other = builder().build()) {
                other.workers().register("far", job -> job.bytes(), all -> all);
                next = fails(Integer.MAX_VALUE);

                var call = client().foreign().doJobAsync("far", "x");

                assertThat(await(call).text()).isEqualTo("x");
            }
        }

        @Test
        void losesNoStageOfAJob() throws Exception {
            var stage = new CompletableFuture<String>();
            var begun = new CountDownLatch(1);
            work("later", job -> {
                begun.countDown();
                return stage;
            });
            var call = client().doJobAsync("later", "");
            await(begun);
            next = fails(Integer.MAX_VALUE);

            stage.complete("done");

            assertThat(await(call).text()).isEqualTo("done");
        }

        @Test
        void losesNoReportOfADrain() throws Exception {
            echo();
            assertThat(client().doJob("echo", "x").text()).isEqualTo("x");
            next = fails(Integer.MAX_VALUE);

            assertThat(await(gearman.workers().stop("echo", SOON)).isComplete()).isTrue();
        }

        private Executor fails(int times) {
            var left = new AtomicInteger(times);
            return task -> {
                if (left.getAndDecrement() > 0) {
                    throw new OutOfMemoryError("unable to create native thread, says this test");
                }
                pool.execute(task);
            };
        }
    }

    @Nested
    class ThatRunsTasksInTheThreadThatHandsThemOver {

        @Test
        void doesNotGetTheIoThreadForJobs() throws Exception {
            next = Runnable::run;
            echo();
            work("outer", job -> client().doJob("echo", job.bytes()).bytes());

            assertThat(await(client().doJobAsync("outer", "x")).text()).isEqualTo("x");
        }

        @Test
        void doesNotGetATurnThatAsksForTheNextOne() throws Exception {
            var twoAtOnce = new CyclicBarrier(2);
            work("meet", job -> twoAtOnce.await(SOON.toSeconds(), TimeUnit.SECONDS), all -> all.withConcurrency(2));
            next = Runnable::run;

            var first = client().doJobAsync("meet", "one");
            var second = client().doJobAsync("meet", "two");

            assertThat(await(first).isSuccess()).isTrue();
            assertThat(await(second).isSuccess()).isTrue();
        }

        @Test
        void doesNotGetTheIoThreadForWhatDependsOnACall() throws Exception {
            next = Runnable::run;
            echo();

            var calls = client().doJobAsync("echo", "x")
                    .thenApply(one -> client().doJob("echo", one.text() + "y").text());

            assertThat(await(calls)).isEqualTo("xy");
        }

        @Test
        void doesNotGetTheIoThreadForWhatDependsOnAStop() throws Exception {
            next = Runnable::run;
            echo();
            work("once", job -> null, all -> all.withIterations(1).withOnLimit(LimitPolicy.STOP));
            var stopped = gearman.workers()
                    .whenStopped("once")
                    .thenApply(none -> client().doJob("echo", "stopped").text());
            client().doJob("once", "");

            assertThat(await(stopped)).isEqualTo("stopped");
        }
    }

    @Nested
    class ThatLosesWhatItTook {

        @Test
        void isAskedForAnotherTurnAfterSomeSeconds() throws Exception {
            work("echo", job -> job.bytes());
            next = loses(1);

            try (var other = builder().build()) {
                assertThat(await(other.client().foreign().doJobAsync("echo", "x"))
                                .text())
                        .isEqualTo("x");
            }
        }

        @Test
        void cannotLoseTheReportOfADrain() throws Exception {
            echo();
            assertThat(client().doJob("echo", "x").text()).isEqualTo("x");
            next = loses(Integer.MAX_VALUE);

            assertThat(await(gearman.workers().stop("echo", SOON)).isComplete()).isTrue();
        }

        private Executor loses(int times) {
            var left = new AtomicInteger(times);
            return task -> {
                if (left.getAndDecrement() <= 0) {
                    pool.execute(task);
                }
            };
        }
    }

    @Test
    void thatIsFullIsSpokenOfOnce() {
        next = task -> {
            throw new RejectedExecutionException("full");
        };
        try (var log = new Logged();
                var other = builder().build()) {
            echo();
            other.client().foreign().doBackgroundJob("echo", "x");

            Awaitility.await("it was asked again and again").atMost(SOON).until(() -> asked.get() >= 5);

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("GCDR-009"))
                    .hasSize(1);
            next = pool;
        }
    }
}
