package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.ExceptionPolicy;
import io.gearmancdi.JobFailedException;
import io.gearmancdi.JobFailure;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobResult;
import io.gearmancdi.ReturnCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Jobs that end badly, and results that come in parts. */
class FailuresTest extends OnEveryServer {

    @Nested
    class AJobThatThrows {

        @Test
        void isAValueWithClassAndMessage() {
            work("throw", job -> {
                throw new IllegalStateException("broken " + job.text());
            });

            var result = client().doJob("throw", "x");

            assertThat(result.isSuccess()).isFalse();
            assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
            assertThat(result.failure().orElseThrow().code()).isEqualTo(ReturnCode.WORK_EXCEPTION);
            assertThat(result.failure().orElseThrow().message()).isEqualTo("java.lang.IllegalStateException: broken x");
            assertThatThrownBy(result::text)
                    .isInstanceOf(JobFailedException.class)
                    .hasMessageContaining("broken x");
            assertThatThrownBy(result::orThrow).isInstanceOf(JobFailedException.class);
        }

        @Test
        void leavesItsWorkerAlive() {
            work("moody", job -> {
                if (job.text().equals("bad")) {
                    throw new StackOverflowError("deep");
                }
                return job.bytes();
            });

            for (int i = 0; i < 20; i++) {
                assertThat(client().doJob("moody", "bad").returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
                assertThat(client().doJob("moody", "good").text()).isEqualTo("good");
            }
        }

        @Test
        void failsWhereThatIsThePolicy() {
            work(
                    "throw",
                    job -> {
                        throw new IllegalStateException("broken");
                    },
                    settings -> settings.withOnException(ExceptionPolicy.FAIL));

            var result = client().doJob("throw", "x");

            assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
            assertThat(result.failure().orElseThrow().message()).isEqualTo("java.lang.IllegalStateException: broken");
        }

        @Test
        void tellsAllEqualCallers() throws Exception {
            work("throw", job -> {
                job.sendData("part");
                throw new IllegalStateException("broken");
            });
            var first = client().doJobAsync("throw", "same");
            var second = client().doJobAsync("throw", "same");

            assertThat(await(first).returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
            assertThat(await(second).returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
        }
    }

    @Nested
    class AJobFailure {

        @Test
        void tellsItsReason() {
            work("fail", job -> {
                throw new JobFailure("no such file");
            });

            var result = client().doJob("fail", "x");

            assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
            assertThat(result.failure().orElseThrow().message()).isEqualTo("no such file");
            assertThatThrownBy(() -> result.as(Integer.class)).isInstanceOf(JobFailedException.class);
        }

        @Test
        void mayHaveNone() {
            work("fail", job -> {
                throw new JobFailure();
            });

            var result = client().doJob("fail", "x");

            assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
            assertThat(result.failure().orElseThrow().message()).isEmpty();
        }
    }

    @Nested
    class AResult {

        @Test
        void joinsItsParts() {
            work("parts", job -> {
                job.sendData("12");
                job.sendData(34);
                return 56;
            });

            var result = client().doJob("parts", "x");

            assertThat(result.text()).isEqualTo("123456");
            assertThat(result.data()).extracting(String::new).containsExactly("12", "34");
            assertThat(result.buffer().isReadOnly()).isTrue();
            assertThat(result.buffer().remaining()).isEqualTo(6);
            assertThat(result.as(Integer.class)).isEqualTo(56);
        }

        @Test
        void thatCannotBeWrittenIsAnException() {
            work("bad", job -> new Object());
            echo();

            assertThat(client().doJob("bad", "x").returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
            assertThat(client().doJob("bad", "y").returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
            assertThat(client().doJob("echo", "y").text()).isEqualTo("y");
        }

        @Test
        void ofAStageComesWhenTheStageEnds() {
            work("later", job -> CompletableFuture.supplyAsync(() -> "later " + job.text()));

            assertThat(client().doJob("later", "x").text()).isEqualTo("later x");
        }

        @Test
        void ofAStageThatFailsIsItsCause() {
            work(
                    "later",
                    job -> CompletableFuture.supplyAsync(() -> {
                        throw new CompletionException(new IllegalStateException("broken later"));
                    }));
            work("fail-later", job -> CompletableFuture.failedStage(new JobFailure("no luck")));

            assertThat(client().doJob("later", "x").failure().orElseThrow().message())
                    .isEqualTo("java.lang.IllegalStateException: broken later");
            var failed = client().doJob("fail-later", "x");
            assertThat(failed.returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
            assertThat(failed.failure().orElseThrow().message()).isEqualTo("no luck");
        }

        @Test
        void ofAStageHoldsItsSlot() throws Exception {
            var first = new CompletableFuture<String>();
            work("later", job -> job.text().equals("first") ? first : "second");
            var held = client().doJobAsync("later", "first");
            CompletionStage<JobResult> waiting = client().doJobAsync("later", "second", JobOption.withoutUnique());
            echo();
            assertThat(client().doJob("echo", "x").text()).isEqualTo("x");

            assertThat(waiting.toCompletableFuture().isDone()).isFalse();
            ForkJoinPool.commonPool().execute(() -> first.complete("done"));

            assertThat(await(held).text()).isEqualTo("done");
            assertThat(await(waiting).text()).isEqualTo("second");
        }
    }
}
