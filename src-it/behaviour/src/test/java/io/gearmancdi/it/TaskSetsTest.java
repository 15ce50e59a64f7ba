package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.JobDoesNotExistException;
import io.gearmancdi.JobFailedException;
import io.gearmancdi.JobFailure;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.ReturnCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many tasks run together. */
class TaskSetsTest extends OnEveryServer {

    @Test
    void outcomesComeInTheOrderOfTheTasks() {
        work("echo", job -> job.bytes(), settings -> settings.withConcurrency(8));
        var tasks = client().tasks();
        for (int i = 0; i < 500; i++) {
            tasks.addTask("echo", i, JobOption.context(i));
        }

        var results = tasks.runTasks();

        assertThat(results.isSuccessful()).isTrue();
        assertThat(results.orThrow()).isSameAs(results);
        assertThat(results.all()).hasSize(500);
        for (int i = 0; i < 500; i++) {
            var outcome = results.all().get(i);
            assertThat(outcome.task().index()).isEqualTo(i);
            assertThat(outcome.task().context(Integer.class)).contains(i);
            assertThat(outcome.task().returnCode()).isEqualTo(ReturnCode.SUCCESS);
            assertThat(outcome.result().orElseThrow().as(Integer.class)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHundredEqualTasksAllEnd(boolean workerComesLater) throws Exception {
        var runs = new AtomicInteger();
        if (!workerComesLater) {
            work("count", job -> runs.incrementAndGet());
        }
        var tasks = client().foreign().tasks();
        for (int i = 0; i < 100; i++) {
            tasks.addTask("count", "same");
        }

        var stage = tasks.runTasksAsync();
        if (workerComesLater) {
            client().foreign().doBackgroundJob("other", "after them");
            work("count", job -> runs.incrementAndGet());
        }
        var results = await(stage);

        assertThat(results.isSuccessful()).isTrue();
        assertThat(results.all()).hasSize(100);
        assertThat(runs.get()).isBetween(1, workerComesLater ? 1 : 100);
    }

    @Test
    void everyMethodMayBeMixed() throws Exception {
        var background = new CountDownLatch(3);
        work("echo", job -> {
            if (job.text().startsWith("background")) {
                background.countDown();
            }
            return job.bytes();
        });

        var results = client().tasks()
                .addTask("echo", "normal")
                .addTaskHigh("echo", "high")
                .addTaskLow("echo", "low")
                .addTaskBackground("echo", "background")
                .addTaskHighBackground("echo", "background high")
                .addTaskLowBackground("echo", "background low")
                .runTasks();

        await(background);
        assertThat(results.isSuccessful()).isTrue();
        assertThat(results.all().subList(0, 3))
                .extracting(outcome -> outcome.result().orElseThrow().text())
                .containsExactly("normal", "high", "low");
        assertThat(results.all().subList(3, 6)).allSatisfy(outcome -> {
            assertThat(outcome.task().isBackground()).isTrue();
            assertThat(outcome.task().handle()).isPresent();
            assertThat(outcome.result()).isEmpty();
            assertThat(outcome.error()).isEmpty();
        });
    }

    @Test
    void oneThatFailsLeavesTheOthersAlone() {
        work("echo", job -> {
            if (job.text().equals("fail")) {
                throw new JobFailure("on purpose");
            }
            return job.bytes();
        });

        var results = client().tasks()
                .addTask("echo", "one")
                .addTask("echo", "fail")
                .addTask("echo", "three")
                .runTasks();

        assertThat(results.isSuccessful()).isFalse();
        assertThat(results.all().get(0).result().orElseThrow().text()).isEqualTo("one");
        assertThat(results.all().get(1).result().orElseThrow().returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
        assertThat(results.all().get(2).result().orElseThrow().text()).isEqualTo("three");
        assertThatThrownBy(results::orThrow)
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("on purpose");
    }

    @Test
    void atTheTimeoutWhatHasEndedKeepsItsResult() {
        echo();
        var tasks = client().foreign().tasks();
        tasks.addTask("echo", "quick").addTask("nobody", "never").addTask("echo", "quick too");

        var results = tasks.runTasks(Duration.ofMillis(500));

        assertThat(results.isSuccessful()).isFalse();
        assertThat(results.all().get(0).result().orElseThrow().text()).isEqualTo("quick");
        assertThat(results.all().get(1).error()).containsInstanceOf(JobTimeoutException.class);
        assertThat(results.all().get(1).task().returnCode()).isEqualTo(ReturnCode.TIMEOUT);
        assertThat(results.all().get(2).result().orElseThrow().text()).isEqualTo("quick too");
        assertThat(client().doJob("echo", "after").text()).isEqualTo("after");
    }

    @Test
    void oneTaskMayHaveATimeoutOfItsOwn() {
        var results = client().foreign()
                .tasks()
                .addTask("nobody", "never", JobOption.timeout(Duration.ofMillis(100)))
                .runTasks();

        assertThat(results.all().get(0).error()).containsInstanceOf(JobTimeoutException.class);
        assertThatThrownBy(results::orThrow).isInstanceOf(JobTimeoutException.class);
    }

    @Test
    void anEmptySetEndsAtOnce() throws Exception {
        assertThat(client().tasks().runTasks().all()).isEmpty();
        assertThat(await(client().tasks().runTasksAsync()).isSuccessful()).isTrue();
    }

    @Test
    void aSetRunsOnce() {
        echo();
        var tasks = client().tasks().addTask("echo", "x");
        tasks.runTasks();

        assertThatThrownBy(tasks::runTasks).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tasks.addTask("echo", "y")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownNameIsRefusedWhenItIsAdded() {
        var tasks = client().tasks();

        assertThatThrownBy(() -> tasks.addTask("nothing", "x")).isInstanceOf(JobDoesNotExistException.class);
    }
}
