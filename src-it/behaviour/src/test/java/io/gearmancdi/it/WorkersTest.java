package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.JobHandler;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobResult;
import io.gearmancdi.LimitOverrides;
import io.gearmancdi.LimitPolicy;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkerDoesNotExistException;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.WorkerState;
import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import io.gearmancdi.spi.WorkListener;
import io.gearmancdi.spi.WorkerDefinition;
import io.gearmancdi.spi.WorkerInstance;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Slots, instances, limits and listeners of workers. */
class WorkersTest extends OnEveryServer {

    @Nested
    class Concurrency {

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Test
        void runsAsManyJobsAtOnceAsThereAreSlotsAndNoMore() throws Exception {
            var fourAtOnce = new CyclicBarrier(4);
            work(
                    "meet",
                    counted(job -> fourAtOnce.await(SOON.toSeconds(), TimeUnit.SECONDS)),
                    settings -> settings.withConcurrency(4));

            endsWell(submits(40));

            assertThat(most).hasValue(4);
        }

        @Test
        void isOneWhereNothingIsSaid() throws Exception {
            work("meet", counted(job -> null));

            endsWell(submits(50));

            assertThat(most).hasValue(1);
        }

        @Test
        void isCountedOverAllServers() throws Exception {
            try (var second = TestJobServer.start(kind)) {
                var twoAtOnce = new CyclicBarrier(2);
                work(
                        "meet",
                        counted(job -> twoAtOnce.await(SOON.toSeconds(), TimeUnit.SECONDS)),
                        settings ->
                                settings.withConcurrency(2).withServers(List.of(server.address(), second.address())));
                var calls = submits(20);
                for (int i = 0; i < 20; i++) {
                    calls.add(client().withServers(second.address()).doJobAsync("meet", "second " + i));
                }

                endsWell(calls);

                assertThat(most).hasValue(2);
            }
        }

        private JobHandler counted(JobHandler handler) {
            return job -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                try {
                    return handler.handle(job);
                } finally {
                    now.decrementAndGet();
                }
            };
        }

        private List<CompletionStage<JobResult>> submits(int count) {
            var calls = new ArrayList<CompletionStage<JobResult>>();
            for (int i = 0; i < count; i++) {
                calls.add(client().doJobAsync("meet", "job " + i));
            }
            return calls;
        }

        private void endsWell(List<CompletionStage<JobResult>> calls) throws Exception {
            for (var call : calls) {
                assertThat(await(call).isSuccess()).isTrue();
            }
        }
    }

    @Nested
    class Instances {

        @Test
        void areOnePerSlotAndDestroyedAtTheStop() throws Exception {
            var allThere = new CyclicBarrier(3);
            var made = new Definition(
                    job -> allThere.await(SOON.toSeconds(), TimeUnit.SECONDS), all -> all.withConcurrency(3));
            try (var own = builder().worker(made).build()) {
                own.start();
                var tasks = own.client().tasks();
                for (int i = 0; i < 30; i++) {
                    tasks.addTask("made", i);
                }
                assertThat(tasks.runTasks().isSuccessful()).isTrue();

                assertThat(made.instances).hasSize(3);
                assertThat(made.instances).allSatisfy(instance -> {
                    assertThat(instance.mostAtOnce).hasValue(1);
                    assertThat(instance.destroyed).hasValue(0);
                });

                await(own.workers().stop("made", SOON));
                assertThat(made.instances)
                        .allSatisfy(instance -> assertThat(instance.destroyed).hasValue(1));
            }
        }

        @Test
        void areFreshAfterAStartWhileTheWorkerStillDrains() throws Exception {
            var runs = new CountDownLatch(1);
            var mayEnd = new CountDownLatch(1);
            var made = new Definition(
                    job -> {
                        runs.countDown();
                        await(mayEnd);
                        return job.bytes();
                    },
                    all -> all);
            try (var own = builder().worker(made).build()) {
                own.start();
                var first = own.client().doJobAsync("made", 1);
                await(runs);

                var stopping = own.workers().stop("made", SOON);
                own.workers().start("made");
                assertThat(own.workers().state("made")).isEqualTo(WorkerState.DRAINING);
                mayEnd.countDown();

                assertThat(await(stopping).isComplete()).isTrue();
                assertThat(await(first).isSuccess()).isTrue();
                assertThat(own.client().doJob("made", 2).isSuccess()).isTrue();
                assertThat(made.instances).hasSize(2);
            }
        }

        @Test
        void areFreshAfterARecycle() {
            var made = new Definition(job -> null, all -> all.withIterations(2));
            try (var own = builder().worker(made).build()) {
                own.start();

                for (int i = 0; i < 6; i++) {
                    assertThat(own.client().doJob("made", i).isSuccess()).isTrue();
                }

                assertThat(made.instances).hasSize(3);
                assertThat(made.instances)
                        .extracting(instance -> instance.jobs.get())
                        .containsExactly(2, 2, 2);
                Awaitility.await()
                        .untilAsserted(() -> assertThat(made.instances)
                                .allSatisfy(instance ->
                                        assertThat(instance.destroyed).hasValue(1)));
            }
        }

        @Test
        void thatCannotBeMadeEndTheirJobWithAnException() {
            var made = new Definition(job -> null, all -> all);
            made.broken = true;
            try (var own = builder().worker(made).build()) {
                own.start();

                assertThat(own.client().doJob("made", 1).failure().orElseThrow().message())
                        .contains("cannot be made");
                made.broken = false;
                assertThat(own.client().doJob("made", 2).isSuccess()).isTrue();
            }
        }
    }

    @Nested
    class ALimit {

        private final CopyOnWriteArrayList<String> ran = new CopyOnWriteArrayList<>();

        @Test
        void ofIterationsStopsAWorkerThatIsNotRecycled() {
            work(
                    "echo",
                    job -> ran.add(job.text()),
                    all -> all.withIterations(3).withConcurrency(2).withOnLimit(LimitPolicy.STOP));
            for (int i = 0; i < 10; i++) {
                client().doBackgroundJob("echo", "job " + i);
            }

            stops("echo");

            assertThat(ran).hasSize(3);
            assertThat(server).satisfies(it -> assertThat(it.ask("status")).isEqualTo("echo\t7\t0\t0"));
        }

        @Test
        void canBeSetForOneRun() {
            work(
                    "echo",
                    job -> ran.add(job.text()),
                    all -> all.withOnLimit(LimitPolicy.STOP).withIterations(1));
            client().doJob("echo", "one");
            stops("echo");
            client().doBackgroundJob("echo", "two");
            client().doBackgroundJob("echo", "three");
            client().doBackgroundJob("echo", "four");

            gearman.workers().start("echo", LimitOverrides.none().withIterations(2));
            stops("echo");

            assertThat(ran).containsExactly("one", "two", "three");
        }

        @Test
        void ofIdlenessStopsAWorkerThatIsNotRecycled() {
            work(
                    "echo",
                    job -> ran.add(job.text()),
                    all -> all.withOnLimit(LimitPolicy.STOP).withTimeout(Duration.ofMillis(300)));
            client().doJob("echo", "one");

            stops("echo");

            assertThat(ran).containsExactly("one");
        }

        @Test
        void ofIdlenessCountsNoTimeOfWork() throws Exception {
            var mayEnd = new CountDownLatch(1);
            // The job is there before the worker, which may be slow to connect
            var call = client().foreign().doJobAsync("slow", "x");
            work(
                    "slow",
                    job -> {
                        await(mayEnd);
                        return "done";
                    },
                    all -> all.withOnLimit(LimitPolicy.STOP).withTimeout(Duration.ofMillis(700)));

            Awaitility.await()
                    .during(Duration.ofMillis(1500))
                    .until(() -> gearman.workers().state("slow") == WorkerState.RUNNING);
            mayEnd.countDown();

            assertThat(await(call).text()).isEqualTo("done");
            stops("slow");
        }

        @Test
        void endsNoRunBeforeItsMinimumTime() {
            long start = System.nanoTime();
            work(
                    "echo",
                    job -> ran.add(job.text()),
                    all -> all.withOnLimit(LimitPolicy.STOP)
                            .withIterations(1)
                            .withMinimumExecutionTime(Duration.ofMillis(700)));
            client().doJob("echo", "one");

            stops("echo");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
        }

        @Test
        void thatRecyclesLosesNoJob() throws Exception {
            work("echo", job -> job.bytes(), all -> all.withIterations(3).withConcurrency(2));
            var calls = new ArrayList<CompletionStage<JobResult>>();
            for (int i = 0; i < 50; i++) {
                calls.add(client().doJobAsync("echo", i));
            }

            for (int i = 0; i < 50; i++) {
                assertThat(await(calls.get(i)).as(Integer.class)).isEqualTo(i);
            }
        }

        @Test
        void canBeWaitedForNoLongerThanUntilAStop() throws Exception {
            work(
                    "echo",
                    job -> ran.add(job.text()),
                    all -> all.withIterations(1).withMinimumExecutionTime(Duration.ofHours(1)));
            client().doJob("echo", "one");

            assertThat(await(gearman.workers().stop("echo", SOON)).isComplete()).isTrue();
            assertThat(gearman.workers().state("echo")).isEqualTo(WorkerState.STOPPED);
            gearman.workers().start("echo");
            client().doJob("echo", "two");
            assertThat(await(gearman.workers().stop("echo", SOON)).isComplete()).isTrue();

            assertThat(ran).containsExactly("one", "two");
        }

        @Test
        void isToldToThoseWhoWaitForTheEnd() throws Exception {
            work("echo", job -> job.text(), all -> all.withIterations(1).withOnLimit(LimitPolicy.STOP));
            var stopped = gearman.workers().whenStopped("echo").toCompletableFuture();
            assertThat(stopped).isNotDone();

            client().doJob("echo", "one");

            await(stopped);
            assertThat(gearman.workers().state("echo")).isEqualTo(WorkerState.STOPPED);
            await(gearman.workers().whenStopped("echo"));
        }

        @Test
        void isNoEndForAWorkerThatBeginsAnew() throws Exception {
            work("echo", job -> ran.add(job.text()), all -> all.withIterations(1));
            var stopped = gearman.workers().whenStopped("echo").toCompletableFuture();

            client().doJob("echo", "one");
            client().doJob("echo", "two");

            assertThat(stopped).isNotDone();
            gearman.workers().stop("echo", SOON);
            await(stopped);
        }

        private void stops(String worker) {
            Awaitility.await().atMost(SOON).until(() -> gearman.workers().state(worker) == WorkerState.STOPPED);
        }
    }

    @Nested
    class AnExecutionTimeout {

        private final CountDownLatch interrupted = new CountDownLatch(1);

        @Test
        void failsTheJobInterruptsItsThreadAndFreesTheSlot() throws Exception {
            work("slow", this::slow, all -> all.withExecutionTimeout(Duration.ofMillis(200)));

            var result = client().doJob("slow", "stuck");

            assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
            assertThat(result.failure().orElseThrow().message()).contains("execution timeout");
            await(interrupted);
            assertThat(client().doJob("slow", "quick").text()).isEqualTo("quick");
        }

        @Test
        void bringsAFreshInstance() throws Exception {
            var made = new Definition(this::slow, all -> all.withExecutionTimeout(Duration.ofMillis(200)));
            try (var own = builder().worker(made).build()) {
                own.start();

                assertThat(own.client().doJob("made", "stuck").isSuccess()).isFalse();
                await(interrupted);
                assertThat(own.client().doJob("made", "quick").isSuccess()).isTrue();

                assertThat(made.instances).hasSize(2);
                Awaitility.await()
                        .untilAsserted(() ->
                                assertThat(made.instances.get(0).destroyed).hasValue(1));
                assertThat(made.instances.get(1).destroyed).hasValue(0);
            }
        }

        @Test
        void endsAJobWhoseStageNeverEnds() throws Exception {
            var worker = work(
                    "later",
                    job -> job.text().equals("stuck")
                            ? new CompletableFuture<>()
                            : CompletableFuture.completedFuture(job.text()),
                    all -> all.withExecutionTimeout(Duration.ofMillis(200)));

            assertThat(client().doJob("later", "stuck").returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
            assertThat(client().doJob("later", "quick").text()).isEqualTo("quick");
            assertThat(await(worker.stop(SOON)).isComplete()).isTrue();
        }

        @Test
        void leavesNothingOfAJobWhoseStageNeverEnds() {
            var kept = new AtomicReference<WeakReference<GearmanJob>>();
            work(
                    "later",
                    job -> {
                        kept.set(new WeakReference<>(job));
                        return new CompletableFuture<>();
                    },
                    all -> all.withExecutionTimeout(Duration.ofMillis(100)));

            assertThat(client().doJob("later", "stuck").returnCode()).isEqualTo(ReturnCode.WORK_FAIL);

            Awaitility.await().atMost(SOON).untilAsserted(() -> {
                System.gc();
                assertThat(kept.get().get()).isNull();
            });
        }

        @Test
        void isTheEndOfAJobWhoseThreadIgnoresItsInterrupt() throws Exception {
            var mayEnd = new CountDownLatch(1);
            work(
                    "deaf",
                    job -> {
                        boolean waits = job.text().equals("stuck");
                        while (waits) {
                            try {
                                mayEnd.await();
                                waits = false;
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                        }
                        job.sendData("late ");
                        return job.bytes();
                    },
                    all -> all.withConcurrency(2).withExecutionTimeout(Duration.ofMillis(200)));

            assertThat(client().doJob("deaf", "stuck").returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
            await(interrupted);
            assertThat(client().doJob("deaf", "quick").text()).isEqualTo("late quick");
            mayEnd.countDown();
            assertThat(client().doJob("deaf", "quick too").text()).isEqualTo("late quick too");
        }

        @Test
        void givesEveryJobOneEndAlsoAtTheLastMoment() throws Exception {
            var never = new CountDownLatch(1);
            var worker = work(
                    "close",
                    job -> {
                        never.await(10, TimeUnit.MILLISECONDS);
                        return job.bytes();
                    },
                    all -> all.withConcurrency(4).withExecutionTimeout(Duration.ofMillis(10)));
            var tasks = client().tasks();
            for (int i = 0; i < 500; i++) {
                tasks.addTask("close", i);
            }

            assertThat(tasks.runTasks(SOON).all())
                    .allSatisfy(outcome -> assertThat(outcome.result())
                            .map(JobResult::returnCode)
                            .get()
                            .isIn(ReturnCode.SUCCESS, ReturnCode.WORK_FAIL));
            assertThat(await(worker.stop(SOON)).isComplete()).isTrue();
        }

        @Test
        void countsNotWhatEndsInTime() {
            work("quick", job -> job.bytes(), all -> all.withExecutionTimeout(Duration.ofMillis(500)));

            for (int i = 0; i < 100; i++) {
                assertThat(client().doJob("quick", i).as(Integer.class)).isEqualTo(i);
            }
        }

        private Object slow(GearmanJob job) throws InterruptedException {
            if (job.text().equals("stuck")) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    assertThat(job.isCancelled()).isTrue();
                    interrupted.countDown();
                    throw e;
                }
            }
            return job.bytes();
        }
    }

    @Nested
    class AListener {

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Test
        void hearsOfEachJobBeforeAndAfter() throws Exception {
            var made = new Definition(
                    job -> {
                        heard.add("run " + job.text());
                        if (job.text().equals("bad")) {
                            throw new IllegalStateException("on purpose");
                        }
                        return null;
                    },
                    all -> all.withIterations(3).withOnLimit(LimitPolicy.STOP));
            try (var own = builder().worker(made).workListener(new Listening()).build()) {
                own.start();

                own.client().doJob("made", "one");
                own.client().doJob("made", "bad");
                own.client().doJob("made", "two");
                Awaitility.await().until(() -> own.workers().state("made") == WorkerState.STOPPED);

                assertThat(heard)
                        .containsExactly(
                                "starting one of [made]",
                                "run one",
                                "executed one SUCCESS, 2 remain",
                                "starting bad of [made]",
                                "run bad",
                                "executed bad WORK_EXCEPTION, 1 remain",
                                "starting two of [made]",
                                "run two",
                                "executed two SUCCESS, 0 remain");
            }
        }

        @Test
        void hearsNoNumberWhereJobsRunForEver() throws Exception {
            var made = new Definition(job -> null, all -> all);
            try (var own = builder().worker(made).workListener(new Listening()).build()) {
                own.start();

                own.client().doJob("made", "one");

                Awaitility.await()
                        .untilAsserted(() -> assertThat(heard)
                                .containsExactly("starting one of [made]", "executed one SUCCESS, endless"));
            }
        }

        private final class Listening implements WorkListener {

            @Override
            public boolean wantsStarting() {
                return true;
            }

            @Override
            public boolean wantsExecuted() {
                return true;
            }

            @Override
            public void starting(WorkStarting event) {
                heard.add("starting " + event.job().text() + " of " + event.jobs());
            }

            @Override
            public void executed(WorkExecuted event) {
                var remaining = event.iterationsRemaining();
                heard.add("executed " + event.job().text() + " " + event.returnCode() + ", "
                        + (remaining.isPresent() ? remaining.getAsLong() + " remain" : "endless"));
            }
        }
    }

    @Nested
    class TheListOfWorkers {

        @Test
        void knowsNamesAndStates() throws Exception {
            var registration = work("echo", job -> job.bytes());

            assertThat(gearman.workers().list())
                    .extracting(WorkerDescriptor::callableName)
                    .containsExactly("echo");
            assertThat(gearman.workers().find("echo")).contains(registration.worker());
            assertThat(gearman.workers().find("nothing")).isEmpty();
            assertThat(gearman.workers().state("echo")).isEqualTo(WorkerState.RUNNING);
            assertThatThrownBy(() -> gearman.workers().state("nothing"))
                    .isInstanceOf(WorkerDoesNotExistException.class);
            assertThatThrownBy(() -> echo()).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void letsAWorkerStopAndStartAgain() throws Exception {
            work("echo", job -> job.bytes());
            assertThat(client().doJob("echo", "one").text()).isEqualTo("one");

            var report = await(gearman.workers().stop("echo", SOON));
            assertThat(report.isComplete()).isTrue();
            assertThat(gearman.workers().state("echo")).isEqualTo(WorkerState.STOPPED);
            var waiting = client().doJobAsync("echo", "two", JobOption.timeout(SOON));
            gearman.workers().start("echo");

            assertThat(await(waiting).text()).isEqualTo("two");
        }

        @Test
        void leavesAWorkerWithoutAutostartAlone() {
            var made = new Definition(job -> null, all -> all.withAutostart(false));
            try (var own = builder().worker(made).build()) {
                own.start();

                assertThat(own.workers().state("made")).isEqualTo(WorkerState.STOPPED);
                own.workers().start("made");
                assertThat(own.client().doJob("made", 1).isSuccess()).isTrue();
            }
        }
    }

    /** A worker with one job, which keeps its instances. */
    private static final class Definition implements WorkerDefinition {

        final List<Instance> instances = new CopyOnWriteArrayList<>();
        volatile boolean broken;
        private final JobHandler handler;
        private final WorkerDescriptor descriptor;

        Definition(JobHandler handler, UnaryOperator<WorkerSettings> settings) {
            this.handler = handler;
            this.descriptor = WorkerDescriptor.builder("made")
                    .settings(settings.apply(WorkerSettings.defaults()))
                    .jobs(List.of(JobDescriptor.builder("made", "made").build()))
                    .build();
        }

        @Override
        public WorkerDescriptor descriptor() {
            return descriptor;
        }

        @Override
        public WorkerInstance newInstance() {
            if (broken) {
                throw new IllegalStateException("An instance that cannot be made");
            }
            var instance = new Instance(handler);
            instances.add(instance);
            return instance;
        }
    }

    private static final class Instance implements WorkerInstance {

        final AtomicInteger jobs = new AtomicInteger();
        final AtomicInteger mostAtOnce = new AtomicInteger();
        final AtomicInteger destroyed = new AtomicInteger();
        private final AtomicInteger now = new AtomicInteger();
        private final JobHandler handler;

        Instance(JobHandler handler) {
            this.handler = handler;
        }

        @Override
        public @Nullable Object handle(JobDescriptor descriptor, GearmanJob job) throws Exception {
            jobs.incrementAndGet();
            mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                return handler.handle(job);
            } finally {
                now.decrementAndGet();
            }
        }

        @Override
        public void destroy() {
            destroyed.incrementAndGet();
        }
    }
}
