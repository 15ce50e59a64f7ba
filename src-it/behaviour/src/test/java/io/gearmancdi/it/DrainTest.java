package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gearmancdi.ClientClosedException;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobResult;
import io.gearmancdi.OutcomeUnknownException;
import io.gearmancdi.WorkerState;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How workers and clients end while work is there. */
class DrainTest extends OnEveryServer {

    private final CountDownLatch runs = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Nested
    class AStop {

        @Test
        void runsAllThatWasFetchedBeforeItsTime() throws Exception {
            var ran = new AtomicInteger();
            var worker = work("fetched", job -> fetched(ran), all -> all.withPrefetch(3));
            for (int i = 0; i < 4; i++) {
                client().foreign().doBackgroundJob("fetched", i);
            }
            await(runs);
            Awaitility.await().atMost(SOON).until(() -> server.ask("status").equals("fetched\t4\t4\t1"));

            var stopping = worker.stop(SOON);
            mayEnd.countDown();

            var report = await(stopping);
            assertThat(ran).hasValue(4);
            assertThat(report.finished()).isEqualTo(4);
            assertThat(report.handedBack()).isEmpty();
            assertThat(server.ask("status")).isEqualTo("fetched\t0\t0\t0");
        }

        @Test
        void handsBackAtItsDeadlineWhatWasFetchedAndHasNotBegun() throws Exception {
            var ran = new AtomicInteger();
            var worker = work("fetched", job -> fetched(ran), all -> all.withPrefetch(3));
            for (int i = 0; i < 4; i++) {
                client().foreign().doBackgroundJob("fetched", i);
            }
            await(runs);
            Awaitility.await().atMost(SOON).until(() -> server.ask("status").equals("fetched\t4\t4\t1"));

            var report = await(worker.stop(Duration.ZERO));

            assertThat(report.handedBack()).hasSize(4);
            Awaitility.await().atMost(SOON).until(() -> server.ask("status").equals("fetched\t4\t0\t0"));
            mayEnd.countDown();
            assertThat(ran).as("jobs that began").hasValue(1);
        }

        private int fetched(AtomicInteger ran) throws Exception {
            runs.countDown();
            int number = ran.incrementAndGet();
            await(mayEnd);
            return number;
        }

        @Test
        void letsTheRunningJobFinishAndDeliversItsResult() throws Exception {
            var worker = work("slow", job -> {
                job.sendData("before ");
                runs.countDown();
                await(mayEnd);
                return "after";
            });
            var call = client().doJobAsync("slow", "x");
            await(runs);

            var stopping = worker.stop(SOON);
            assertThat(gearman.workers().state("slow")).isEqualTo(WorkerState.DRAINING);
            var waiting = client().foreign().doBackgroundJob("slow", "left in the queue");
            mayEnd.countDown();

            var report = await(stopping);
            assertThat(await(call).text()).isEqualTo("before after");
            assertThat(report.finished()).isEqualTo(1);
            assertThat(report.handedBack()).isEmpty();
            assertThat(report.isComplete()).isTrue();
            assertThat(report.took()).isPositive();
            assertThat(server.ask("status")).isEqualTo("slow\t1\t0\t0");
            assertThat(client().getJobStatus(waiting).isKnown()).isTrue();
        }

        @Test
        void ofALargeResultRunsTheJobOnce() throws Exception {
            var begun = new AtomicInteger();
            var worker = work("large", job -> {
                begun.incrementAndGet();
                runs.countDown();
                await(mayEnd);
                return new byte[8_000_000];
            });
            var call = client().doJobAsync("large", "x");
            await(runs);
            var stopping = worker.stop(SOON);
            mayEnd.countDown();

            assertThat(await(call).bytes()).hasSize(8_000_000);
            assertThat(await(stopping).isComplete()).isTrue();
            assertThat(server.ask("status")).isEqualTo("large\t0\t0\t0");
            assertThat(begun).hasValue(1);
        }

        @Test
        void withAShortBoundHandsTheJobBack() throws Exception {
            var interrupted = new CountDownLatch(1);
            var worker = work("slow", job -> {
                runs.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
                return "too late";
            });
            var call = client().doJobAsync("slow", "x");
            await(runs);

            var report = await(worker.stop(Duration.ofMillis(200)));

            assertThat(report.isComplete()).isFalse();
            assertThat(report.handedBack()).hasSize(1);
            assertThat(report.finished()).isZero();
            await(interrupted);
            work("slow", job -> "by another");
            var result = await(call);
            assertThat(result.text()).isEqualTo("by another");
            assertThat(report.handedBack()).containsExactly(result.handle());
        }

        @Test
        void underLoadLosesAndRepeatsNothing() throws Exception {
            var ran = new AtomicInteger();
            var first = work("load", job -> ran.incrementAndGet(), all -> all.withConcurrency(4));
            var calls = new ArrayList<CompletionStage<JobResult>>();
            for (int i = 0; i < 2000; i++) {
                calls.add(client().foreign().doJobAsync("load", i));
            }

            var report = await(first.stop(SOON));
            work("load", job -> ran.incrementAndGet(), all -> all.withConcurrency(4));

            for (var call : calls) {
                assertThat(await(call).isSuccess()).isTrue();
            }
            assertThat(report.isComplete()).isTrue();
            assertThat(ran).hasValue(2000);
        }

        @Test
        void ofAnIdleWorkerIsQuickAndCanBeRepeated() throws Exception {
            var worker = work("echo", job -> job.bytes());
            client().doJob("echo", "x");

            assertThat(await(worker.stop(SOON)).took()).isLessThan(Duration.ofSeconds(2));
            assertThat(await(worker.stop(SOON)).isComplete()).isTrue();
            worker.close();
        }

        @Test
        void waitsForAStageToEnd() throws Exception {
            var stage = new CompletableFuture<String>();
            var worker = work("later", job -> {
                runs.countDown();
                return stage;
            });
            var call = client().doJobAsync("later", "x");
            await(runs);

            var stopping = worker.stop(SOON);
            assertThat(stopping.toCompletableFuture().isDone()).isFalse();
            stage.complete("done");

            assertThat(await(call).text()).isEqualTo("done");
            assertThat(await(stopping).finished()).isEqualTo(1);
        }
    }

    @Nested
    class AClose {

        @Test
        void drainsTheWorkersFirst() throws Exception {
            Gearman closing = builder().build();
            closing.workers()
                    .register(
                            "slow",
                            job -> {
                                runs.countDown();
                                await(mayEnd);
                                // Jobs may submit jobs while they end
                                return closing.client()
                                        .foreign()
                                        .doJob("echo", "nested")
                                        .text();
                            },
                            all -> all);
            echo();
            var call = client().foreign().doJobAsync("slow", "x").toCompletableFuture();
            await(runs);
            var closed = CompletableFuture.runAsync(closing::close);
            Awaitility.await().until(() -> closing.workers().state("slow") == WorkerState.DRAINING);
            mayEnd.countDown();

            assertThat(await(call).text()).isEqualTo("nested");
            await(closed);
        }

        @Test
        void tellsWhoStillWaits() throws Exception {
            Gearman closing = builder().build();
            var call = closing.client()
                    .foreign()
                    .doJobAsync("nobody", "x", JobOption.timeout(SOON))
                    .toCompletableFuture();
            echo();
            closing.client().foreign().doJob("echo", "accepted before");

            closing.close();

            assertThat(call)
                    .failsWithin(SOON)
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfAny(OutcomeUnknownException.class, ClientClosedException.class);
        }

        @Test
        void refusesLaterCalls() {
            Gearman closing = builder().build();
            closing.close();
            closing.close();

            var failed = List.<Runnable>of(
                    () -> closing.client().foreign().doJob("echo", "x"),
                    () -> closing.client().foreign().doBackgroundJob("echo", "x"),
                    () -> closing.client()
                            .foreign()
                            .doJobAsync("echo", "x")
                            .toCompletableFuture()
                            .join());

            assertThat(failed).allSatisfy(call -> {
                var thrown = catchThrowable(call::run);
                assertThat(thrown instanceof CompletionException ? thrown.getCause() : thrown)
                        .isInstanceOf(ClientClosedException.class);
            });
        }
    }
}
