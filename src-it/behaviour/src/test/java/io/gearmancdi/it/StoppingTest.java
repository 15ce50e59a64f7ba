package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.ClientClosedException;
import io.gearmancdi.LimitOverrides;
import io.gearmancdi.LimitPolicy;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.WorkerState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What depends on the end of a worker, and what is not begun after the end of all. */
class StoppingTest extends OnEveryServer {

    @Nested
    class WhatDependsOnTheEndOfAWorker {

        @Test
        void mayCallJobsAtALimit() throws Exception {
            echo();
            work("once", job -> null, all -> all.withIterations(1).withOnLimit(LimitPolicy.STOP));
            var answer = whenStopped("once").thenApply(none -> client().doJob("echo", "x"));

            client().doJob("once", "");

            assertThat(await(answer).text()).isEqualTo("x");
        }

        @Test
        void holdsNothingThatOthersNeed() throws Exception {
            work("once", job -> null, StoppingTest.this::overButNotStopped);
            var state = whenStopped("once")
                    .thenApply(none -> CompletableFuture.supplyAsync(
                                    () -> gearman.workers().state("once"))
                            .orTimeout(SOON.toSeconds() / 2, TimeUnit.SECONDS)
                            .join());
            run("once");

            gearman.workers().stop("once", SOON);

            assertThat(await(state)).isEqualTo(WorkerState.STOPPED);
        }

        @Test
        void mayStartItAnewAndHasStartedWhatCanBeStopped() throws Exception {
            work("once", job -> null, StoppingTest.this::overButNotStopped);
            var startedAnew =
                    whenStopped("once").thenRun(() -> gearman.workers().start("once"));
            run("once");
            gearman.workers().stop("once", SOON);
            await(startedAnew);
            assertThat(gearman.workers().state("once")).isEqualTo(WorkerState.RUNNING);

            await(gearman.workers().stop("once", SOON));

            assertThat(gearman.workers().state("once")).isEqualTo(WorkerState.STOPPED);
        }

        private CompletableFuture<Void> whenStopped(String worker) {
            return gearman.workers().whenStopped(worker).toCompletableFuture();
        }

        /** Its only job has run, and the server knows that the worker has gone. */
        private void run(String worker) {
            client().doJob(worker, "");
            Awaitility.await().atMost(SOON).until(() -> server.ask("status").equals(worker + "\t0\t0\t0"));
        }
    }

    private WorkerSettings overButNotStopped(WorkerSettings all) {
        return all.withIterations(1).withOnLimit(LimitPolicy.STOP).withMinimumExecutionTime(Duration.ofHours(1));
    }

    @Nested
    class AfterTheEndOfAll {

        @Test
        void nothingIsStarted() {
            work("echo", job -> job.bytes());
            gearman.close();

            assertRefused(() -> gearman.workers().start("echo"));
            assertRefused(() -> gearman.workers().startJob("echo", LimitOverrides.none()));
            assertThat(gearman.workers().state("echo")).isEqualTo(WorkerState.STOPPED);
        }

        @Test
        void nothingIsRegistered() {
            gearman.close();

            assertRefused(() -> work("echo", job -> job.bytes()));
            assertThat(gearman.workers().list()).isEmpty();
        }

        @Test
        void nothingIsStartedWhileJobsEnd() throws Exception {
            var runs = new CountDownLatch(1);
            var mayEnd = new CountDownLatch(1);
            work("slow", job -> {
                runs.countDown();
                await(mayEnd);
                return null;
            });
            client().doBackgroundJob("slow", "");
            await(runs);
            var closed = CompletableFuture.runAsync(gearman::close);
            Awaitility.await().atMost(SOON).until(() -> gearman.workers().state("slow") == WorkerState.DRAINING);

            assertRefused(() -> gearman.workers().start("slow"));
            mayEnd.countDown();

            await(closed);
            assertThat(gearman.workers().state("slow")).isEqualTo(WorkerState.STOPPED);
        }

        private void assertRefused(ThrowingCallable call) {
            assertThatThrownBy(call).isInstanceOf(ClientClosedException.class).hasMessageContaining("ended");
        }
    }

    @Test
    void aFunctionThatWasTakenBackTwiceLeavesWhoeverOffersItNow() throws Exception {
        var old = work("echo", job -> "old");
        await(old.stop(SOON));
        var fresh = work("echo", job -> "new");

        await(old.stop(SOON));

        assertThat(gearman.workers().list()).containsExactly(fresh.worker());
    }
}
