package io.gearmancdi.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.TaskSet;
import io.gearmancdi.admin.PriorityStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way to submit a job: how its server ranks it, and whether it is one of the background. */
class EveryMethodTest extends OnEveryServer {

    private static final String JOB = "ranked";

    /** How the server sees what is submitted. */
    enum Rank {
        NORMAL(0, 1, 0, false),
        HIGH(1, 0, 0, false),
        LOW(0, 0, 1, false),
        BACKGROUND(0, 1, 0, true),
        HIGH_BACKGROUND(1, 0, 0, true),
        LOW_BACKGROUND(0, 0, 1, true);

        private final int high;
        private final int normal;
        private final int low;
        private final boolean background;

        Rank(int high, int normal, int low, boolean background) {
            this.high = high;
            this.normal = normal;
            this.low = low;
            this.background = background;
        }

        PriorityStatus waiting() {
            return new PriorityStatus(JOB, high, normal, low, 0);
        }
    }

    /** Every method that submits. */
    @SuppressWarnings("ImmutableEnumChecker") // the lambdas keep nothing
    enum Method {
        DO_JOB(Rank.NORMAL, client -> client.doJob(JOB, "x")),
        DO_NORMAL(Rank.NORMAL, client -> client.doNormalJob(JOB, "x")),
        DO_HIGH(Rank.HIGH, client -> client.doHighJob(JOB, "x")),
        DO_LOW(Rank.LOW, client -> client.doLowJob(JOB, "x")),
        DO_BACKGROUND(Rank.BACKGROUND, client -> client.doBackgroundJob(JOB, "x")),
        DO_HIGH_BACKGROUND(Rank.HIGH_BACKGROUND, client -> client.doHighBackgroundJob(JOB, "x")),
        DO_LOW_BACKGROUND(Rank.LOW_BACKGROUND, client -> client.doLowBackgroundJob(JOB, "x")),
        CALL(Rank.NORMAL, client -> client.callJob(JOB, "x")),

        DO_JOB_ASYNC(Rank.NORMAL, ended(client -> client.doJobAsync(JOB, "x"))),
        DO_NORMAL_ASYNC(Rank.NORMAL, ended(client -> client.doNormalJobAsync(JOB, "x"))),
        DO_HIGH_ASYNC(Rank.HIGH, ended(client -> client.doHighJobAsync(JOB, "x"))),
        DO_LOW_ASYNC(Rank.LOW, ended(client -> client.doLowJobAsync(JOB, "x"))),
        DO_BACKGROUND_ASYNC(Rank.BACKGROUND, ended(client -> client.doBackgroundJobAsync(JOB, "x"))),
        DO_HIGH_BACKGROUND_ASYNC(Rank.HIGH_BACKGROUND, ended(client -> client.doHighBackgroundJobAsync(JOB, "x"))),
        DO_LOW_BACKGROUND_ASYNC(Rank.LOW_BACKGROUND, ended(client -> client.doLowBackgroundJobAsync(JOB, "x"))),

        ADD_TASK(Rank.NORMAL, ran(tasks -> tasks.addTask(JOB, "x"))),
        ADD_TASK_HIGH(Rank.HIGH, ran(tasks -> tasks.addTaskHigh(JOB, "x"))),
        ADD_TASK_LOW(Rank.LOW, ran(tasks -> tasks.addTaskLow(JOB, "x"))),
        ADD_TASK_BACKGROUND(Rank.BACKGROUND, ran(tasks -> tasks.addTaskBackground(JOB, "x"))),
        ADD_TASK_HIGH_BACKGROUND(Rank.HIGH_BACKGROUND, ran(tasks -> tasks.addTaskHighBackground(JOB, "x"))),
        ADD_TASK_LOW_BACKGROUND(Rank.LOW_BACKGROUND, ran(tasks -> tasks.addTaskLowBackground(JOB, "x")));

        private final Rank rank;
        private final Consumer<GearmanClient> submits;

        Method(Rank rank, Consumer<GearmanClient> submits) {
            this.rank = rank;
            this.submits = submits;
        }

        private static Consumer<GearmanClient> ended(Function<GearmanClient, CompletionStage<?>> submits) {
            return client -> submits.apply(client).toCompletableFuture().join();
        }

        private static Consumer<GearmanClient> ran(UnaryOperator<TaskSet> adds) {
            return client -> adds.apply(client.tasks()).runTasks().orThrow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRankedByTheServerAsItsNameSays(Method method) throws Exception {
        var caller = CompletableFuture.runAsync(() -> method.submits.accept(client().foreign()));

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(gearman.admin().priorityStatus(server.address()))
                        .containsExactly(method.rank.waiting()));
        assertThat(gearman.admin().jobs(server.address()))
                .singleElement()
                .satisfies(job -> assertThat(job.background()).isEqualTo(method.rank.background));
        work(JOB, job -> job.bytes());
        caller.get(SOON.toSeconds(), SECONDS);
    }

    @Test
    void aSetMayHaveThousandsOfTasks() {
        echo();
        var tasks = client().foreign().tasks();
        IntStream.range(0, 5_000).forEach(i -> tasks.addTask("echo", "task " + i));

        var results = tasks.runTasks();

        assertThat(results.isSuccessful()).isTrue();
        assertThat(results.all())
                .extracting(outcome -> outcome.result().orElseThrow().text())
                .containsExactlyElementsOf(
                        IntStream.range(0, 5_000).mapToObj(i -> "task " + i).toList());
    }
}
