package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobFailure;
import io.gearmancdi.JobOption;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.spi.TaskListener;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener of the client hears, in which order and in which thread. */
class EventsTest extends OnEveryServer {

    private static final String POOL = "application-thread";

    private final Recorder recorder = new Recorder();
    private final ExecutorService executor = Executors.newCachedThreadPool(work -> new Thread(work, POOL));

    @Override
    Gearman.Builder settings(Gearman.Builder builder) {
        return builder.taskListener(new Throwing()).taskListener(recorder).executor(executor);
    }

    @AfterEach
    void endExecutor() {
        executor.shutdownNow();
    }

    private static final List<String> ALL_OF_TALK = List.of(
            "workload",
            "created",
            "status 1/2",
            "data one ",
            "warning careful",
            "data two ",
            "status 2/2",
            "completed one two end");

    @Test
    void aBlockingCallHearsEverythingInOrderAndInItsOwnThread() {
        talks();

        client().doJob("talk", "x");

        assertThat(recorder.texts()).containsExactlyElementsOf(ALL_OF_TALK);
        assertThat(recorder.lines()).extracting(Recorder.Line::thread).containsOnly(Thread.currentThread());
        assertThat(recorder.lines()).extracting(line -> line.event().at()).isSorted();
    }

    @Test
    void anAsynchronousCallHearsEverythingInOrderInAThreadOfTheExecutor() throws Exception {
        talks();

        await(client().doJobAsync("talk", "x"));

        assertThat(recorder.texts()).containsExactlyElementsOf(ALL_OF_TALK);
        // What is about to be sent is told by the thread that sends it
        assertThat(recorder.lines().get(0).thread()).isSameAs(Thread.currentThread());
        assertThat(recorder.lines().subList(1, 8))
                .extracting(line -> line.thread().getName())
                .containsOnly(POOL);
    }

    @Test
    void dependentsOfAStageRunInAThreadOfTheExecutor() throws Exception {
        echo();

        for (int i = 0; i < 20; i++) {
            var thread = client().doJobAsync("echo", i)
                    .thenApply(result -> Thread.currentThread().getName());

            // A stage that has ended already runs its dependents in the caller's thread
            assertThat(await(thread)).isIn(POOL, Thread.currentThread().getName());
        }
    }

    @Test
    void aBackgroundCallHearsOfItsAcceptanceOnly() {
        talks();

        client().doBackgroundJob("talk", "x");
        client().doLowJob("talk", "last");

        assertThat(recorder.lines().stream()
                        .filter(line -> line.event().task().isBackground())
                        .map(Recorder.Line::text))
                .containsExactly("workload", "created");
    }

    @Test
    void aFailureAndAnExceptionAreTold() {
        work("fail", job -> {
            throw new JobFailure("no luck");
        });
        work("throw", job -> {
            throw new IllegalStateException("broken");
        });

        client().doJob("fail", "");
        client().doJob("throw", "");

        assertThat(recorder.texts())
                .containsExactly(
                        "workload",
                        "created",
                        "warning no luck",
                        "failed no luck",
                        "workload",
                        "created",
                        "exception java.lang.IllegalStateException: broken");
    }

    @Test
    void theTaskKnowsWhoItIs() {
        echo();
        var context = new Object();

        var result = client().doJob("echo", "x", JobOption.context(context), JobOption.unique("mine"));

        assertThat(recorder.lines()).isNotEmpty().allSatisfy(line -> {
            var task = line.event().task();
            assertThat(task.context(Object.class)).containsSame(context);
            assertThat(task.context(String.class)).isEmpty();
            assertThat(task.job()).isEqualTo("echo");
            assertThat(task.function()).isEqualTo("echo");
            assertThat(task.unique()).isEqualTo("mine");
            assertThat(task.isBackground()).isFalse();
            assertThat(task.index()).isZero();
            assertThat(task.handle()).contains(result.handle());
        });
    }

    @Test
    void theTasksOfASetAreToldInTheThreadThatRunsIt() {
        talks();
        var tasks = client().tasks();
        for (int i = 0; i < 5; i++) {
            tasks.addTask("talk", i, JobOption.context("task " + i));
        }

        tasks.runTasks();

        assertThat(recorder.lines()).extracting(Recorder.Line::thread).containsOnly(Thread.currentThread());
        for (int i = 0; i < 5; i++) {
            assertThat(recorder.textsOf(i)).startsWith("workload", "created").endsWith("completed one two end");
        }
        assertThat(recorder.lines())
                .allSatisfy(line -> assertThat(line.event().task().context(String.class))
                        .contains("task " + line.event().task().index()));
    }

    @Test
    void twoCallersHearOnlyTheirOwn() throws Exception {
        talks();
        var callers = Executors.newFixedThreadPool(2);
        try {
            var threads = callers.invokeAll(List.<Callable<Thread>>of(this::talksFiveTimes, this::talksFiveTimes));
            for (Future<Thread> thread : threads) {
                thread.get();
            }
        } finally {
            callers.shutdownNow();
        }

        Awaitility.await()
                .untilAsserted(() -> assertThat(recorder.lines())
                        .filteredOn(line -> line.text().startsWith("completed"))
                        .hasSize(10));
        assertThat(recorder.lines())
                .allSatisfy(line ->
                        assertThat(line.event().task().context(Thread.class)).contains(line.thread()));
    }

    private Thread talksFiveTimes() {
        for (int i = 0; i < 5; i++) {
            client().doJob("talk", "x", JobOption.context(Thread.currentThread()));
        }
        return Thread.currentThread();
    }

    private void talks() {
        work("talk", job -> {
            job.sendStatus(1, 2);
            job.sendData("one ");
            job.sendWarning("careful");
            job.sendData("two ");
            job.sendStatus(2, 2);
            return "end";
        });
    }

    /** A listener that throws harms nobody. */
    private static final class Throwing implements TaskListener {

        @Override
        public boolean wants(Class<? extends TaskEvent> type) {
            return true;
        }

        @Override
        public void on(TaskEvent event) {
            throw new IllegalStateException("A listener that throws");
        }
    }
}
