package io.gearmancdi.it;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobDoesNotExistException;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobRequest;
import io.gearmancdi.JobResult;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.UniqueTooLongException;
import io.gearmancdi.WorkloadCodecException;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submitting single jobs. */
class SubmittingTest extends OnEveryServer {

    @Override
    Gearman.Builder settings(Gearman.Builder builder) {
        return builder.pollInterval(Duration.ofMillis(200));
    }

    @Nested
    class AForegroundJob {

        @Test
        void givesItsResultToTheCaller() {
            work("reverse", job -> new StringBuilder(job.text()).reverse());
            GearmanClient client = client();

            for (var call : List.<Function<String, JobResult>>of(
                    workload -> client.doJob("reverse", workload),
                    workload -> client.doNormalJob("reverse", workload),
                    workload -> client.doHighJob("reverse", workload),
                    workload -> client.doLowJob("reverse", workload))) {
                var result = call.apply("drow");

                assertThat(result.text()).isEqualTo("word");
                assertThat(result.isSuccess()).isTrue();
                assertThat(result.returnCode()).isEqualTo(ReturnCode.SUCCESS);
                assertThat(result.failure()).isEmpty();
                assertThat(result.handle().server()).isEqualTo(server.address());
            }
        }

        @Test
        void givesItsResultToAStage() throws Exception {
            work("reverse", job -> new StringBuilder(job.text()).reverse());
            GearmanClient client = client();

            for (var call : List.<Function<String, CompletionStage<JobResult>>>of(
                    workload -> client.doJobAsync("reverse", workload),
                    workload -> client.doNormalJobAsync("reverse", workload),
                    workload -> client.doHighJobAsync("reverse", workload),
                    workload -> client.doLowJobAsync("reverse", workload))) {
                assertThat(await(call.apply("drow")).text()).isEqualTo("word");
            }
        }

        @Test
        void isCalledByItsDefaultMethod() {
            echo();

            var submission = client().callJob("echo", "x");

            assertThat(submission.returnCode()).isEqualTo(ReturnCode.SUCCESS);
            assertThat(submission.result().orElseThrow().text()).isEqualTo("x");
            assertThat(submission.result().orElseThrow().handle()).isEqualTo(submission.handle());
        }

        @Test
        void isRefusedAsABackgroundJob() {
            echo();
            var request = JobRequest.of("echo", "x").method(SubmitMethod.HIGH);

            assertThatThrownBy(() -> client().enqueue(request)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class ABackgroundJob {

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

        @Test
        void reachesItsWorker() throws Exception {
            work("collect", job -> received.add(job.text()));
            GearmanClient client = client();

            assertThat(client.doBackgroundJob("collect", "normal").server()).isEqualTo(server.address());
            client.doHighBackgroundJob("collect", "high");
            client.doLowBackgroundJob("collect", "low");
            await(client.doBackgroundJobAsync("collect", "normal later"));
            await(client.doHighBackgroundJobAsync("collect", "high later"));
            await(client.doLowBackgroundJobAsync("collect", "low later"));

            assertThat(takes(6))
                    .containsExactlyInAnyOrder("normal", "high", "low", "normal later", "high later", "low later");
        }

        @Test
        void waitsForAWorkerToCome() throws Exception {
            client().foreign().doBackgroundJob("collect", "early");

            work("collect", job -> received.add(job.text()));

            assertThat(takes(1)).containsExactly("early");
        }

        @Test
        void runsByPriorityWithinItsFunction() throws Exception {
            var foreign = client().foreign();
            foreign.doLowBackgroundJob("collect", "low 1");
            foreign.doBackgroundJob("collect", "normal 1");
            foreign.doHighBackgroundJob("collect", "high 1");
            foreign.doLowBackgroundJob("collect", "low 2");
            foreign.doBackgroundJob("collect", "normal 2");
            foreign.doHighBackgroundJob("collect", "high 2");

            work("collect", job -> received.add(job.text()));

            assertThat(takes(6)).containsExactly("high 1", "high 2", "normal 1", "normal 2", "low 1", "low 2");
        }

        @Test
        void runsNotBeforeItsTime() throws Exception {
            work("collect", job -> received.add(job.text()));
            var time = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 2);

            client().doBackgroundJob("collect", "later", JobOption.notBefore(time));

            assertThat(takes(1)).containsExactly("later");
            assertThat(Instant.now()).isBetween(time.minusMillis(5), time.plusSeconds(3));
        }

        @Test
        void runsAtOnceWhereItsTimeIsOver() throws Exception {
            work("collect", job -> received.add(job.text()));

            client().doBackgroundJob("collect", "now", JobOption.notBefore(Instant.EPOCH));

            assertThat(takes(1)).containsExactly("now");
        }

        private List<String> takes(int count) throws InterruptedException {
            var all = new CopyOnWriteArrayList<String>();
            for (int i = 0; i < count; i++) {
                var next = received.poll(SOON.toSeconds(), TimeUnit.SECONDS);
                assertThat(next).as("job %d of %d", i + 1, count).isNotNull();
                all.add(next);
            }
            return all;
        }
    }

    @Nested
    class AName {

        @Test
        void thatNoWorkerHereHasIsRefusedAtOnce() {
            work("MyWorker~reverse", job -> job.bytes());

            assertThatThrownBy(() -> client().doJob("nothing", "x"))
                    .isInstanceOf(JobDoesNotExistException.class)
                    .hasMessageContaining("nothing");
            assertThatThrownBy(() -> client().doBackgroundJob("reverse", "x"))
                    .isInstanceOf(JobDoesNotExistException.class)
                    .hasMessageContaining("MyWorker~reverse");
        }

        @Test
        void thatIsForeignGoesOutAsItIs() {
            work("reverse", job -> new StringBuilder(job.text()).reverse());

            assertThat(client().foreign().doJob("reverse", "drow").text()).isEqualTo("word");
        }
    }

    @Nested
    class ACallerWhoseTimeIsOver {

        @Test
        void goesOnAndDisturbsNobody() throws Exception {
            echo();
            var unheard = JobOption.timeout(Duration.ofMillis(150));

            assertThatThrownBy(() -> client().foreign().doJob("later", "abandoned", unheard))
                    .isInstanceOfSatisfying(JobTimeoutException.class, timeout -> {
                        assertThat(timeout.function()).contains("later");
                        assertThat(timeout.handle()).isPresent();
                        assertThat(timeout.server()).contains(server.address());
                    });
            assertThat(client().doJob("echo", "still here").text()).isEqualTo("still here");

            var ran = new CountDownLatch(1);
            work("later", job -> {
                job.sendData("data of " + job.text());
                ran.countDown();
                return "result of " + job.text();
            });
            await(ran);
            assertThat(client().doJob("later", "another").text()).isEqualTo("data of anotherresult of another");
            assertThat(client().doJob("echo", "unharmed").text()).isEqualTo("unharmed");
        }

        @Test
        void leavesTheEqualCallOfAnotherUnharmed() throws Exception {
            var foreign = client().foreign();
            var first = foreign.doJobAsync("later", "same", JobOption.timeout(Duration.ofMillis(150)));
            var second = foreign.doJobAsync("later", "same");
            assertThatThrownBy(() -> await(first)).hasCauseInstanceOf(JobTimeoutException.class);

            work("later", job -> {
                job.sendData("data ");
                return "result";
            });

            assertThat(await(second).text()).isEqualTo("data result");
        }

        @Test
        void hearsItThroughItsStage() {
            var stage = client().foreign().doJobAsync("nobody", "x", JobOption.timeout(Duration.ofMillis(100)));

            assertThatThrownBy(() -> stage.toCompletableFuture().join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(JobTimeoutException.class);
        }
    }

    @Nested
    class AServerThatCannotBeReached {

        @Test
        void isToldWithinTheConnectTimeout() {
            var nobody = TestJobServer.freePort();
            try (var alone = builder().connectTimeout(Duration.ofSeconds(2)).build()) {
                var client = alone.client().foreign().withServer("127.0.0.1", nobody);
                long start = System.nanoTime();

                assertThatThrownBy(() -> client.doJob("echo", "x"))
                        .isInstanceOf(ServerConnectionException.class)
                        .hasMessageContaining("127.0.0.1:" + nobody);
                assertThatThrownBy(() -> client.doBackgroundJob("echo", "x"))
                        .isInstanceOf(ServerConnectionException.class);
                assertThatThrownBy(() -> await(client.doJobAsync("echo", "x")))
                        .hasCauseInstanceOf(ServerConnectionException.class);

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
            }
        }

        @Test
        void leavesTheWorkToTheOthers() {
            echo();
            var client = client().withServer("127.0.0.1", TestJobServer.freePort())
                    .plusServer(server.address().host(), server.address().port());

            for (int i = 0; i < 5; i++) {
                assertThat(client.doJob("echo", "x" + i).text()).isEqualTo("x" + i);
            }
        }
    }

    @Nested
    class AView {

        @Test
        void talksToItsOwnServer() throws Exception {
            try (var second = TestJobServer.start(kind)) {
                work("where", job -> "first");
                try (var other = builder().servers(List.of(second.address())).build();
                        var registration = other.workers().register("where", job -> "second", all -> all)) {
                    var view = client().withServer(
                                    second.address().host(), second.address().port());

                    assertThat(registration.worker().callableName()).isEqualTo("where");
                    assertThat(view.doJob("where", "").text()).isEqualTo("second");
                    assertThat(client().doJob("where", "").text()).isEqualTo("first");
                    assertThat(view.withDefaultServers().doJob("where", "").text())
                            .isEqualTo("first");
                    var handle = view.doBackgroundJob("where", "");
                    assertThat(handle.server()).isEqualTo(second.address());
                    assertThat(JobHandle.parse(handle.toString())).isEqualTo(handle);
                }
            }
        }
    }

    @Nested
    class AUnique {

        private final AtomicInteger runs = new AtomicInteger();

        @Test
        void ofTheContentMakesOneJobOfEqualQueuedOnes() {
            var first = client().foreign().doBackgroundJob("count", "same");
            var second = client().foreign().doBackgroundJob("count", "same");
            var other = client().foreign().doBackgroundJob("count", "other");

            counts();

            assertThat(second).isEqualTo(first);
            assertThat(other).isNotEqualTo(first);
            assertThat(runs).hasValue(2);
        }

        @Test
        void canBeLeftOut() {
            var first = client().foreign().doBackgroundJob("count", "same", JobOption.withoutUnique());
            var second = client().foreign().doBackgroundJob("count", "same", JobOption.withoutUnique());
            var third = client().foreign().doBackgroundJob("count", "same", JobOption.uniqueAtRandom());

            counts();

            assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
            assertThat(runs).hasValue(3);
        }

        @Test
        void ofTheCallerMakesOneJobOfDifferentOnes() {
            var first = client().foreign().doBackgroundJob("count", "a", JobOption.unique("mine"));
            var second = client().foreign().doBackgroundJob("count", "b", JobOption.unique("mine"));

            counts();

            assertThat(second).isEqualTo(first);
            assertThat(runs).hasValue(1);
        }

        /** Low jobs come last: when this one has run, all others have. */
        private void counts() {
            work("count", job -> {
                if (!job.text().equals("end")) {
                    runs.incrementAndGet();
                }
                return null;
            });
            client().doLowJob("count", "end");
        }

        @Test
        void reachesTheWorker() {
            work("unique", job -> job.unique().orElse("none"));

            assertThat(client().doJob("unique", "", JobOption.unique("mine")).text())
                    .isEqualTo("mine");
            assertThat(client().doJob("unique", "", JobOption.withoutUnique()).text())
                    .isEqualTo("none");
        }

        @ParameterizedTest
        @ValueSource(ints = {64, 65, 1000})
        void thatIsTooLongIsRefused(int length) {
            echo();
            var unique = JobOption.unique("u".repeat(length));

            assertThatThrownBy(() -> client().doJob("echo", "x", unique)).isInstanceOf(UniqueTooLongException.class);
            assertThatThrownBy(() -> client().doBackgroundJob("echo", "x", unique))
                    .isInstanceOf(UniqueTooLongException.class);
        }

        @Test
        void ofSixtyThreeBytesArrivesWhole() {
            work("unique", job -> job.unique().orElse("none") + job.text());
            var longest = "u".repeat(63);

            assertThat(client().doJob("unique", "x", JobOption.unique(longest)).text())
                    .isEqualTo(longest + "x");
        }
    }

    @Nested
    class EqualCallsAtOnce {

        @Test
        void shareOneRunAndEachGetsAllOfIt() throws Exception {
            var runs = new AtomicInteger();
            var bothAreThere = new CountDownLatch(1);
            work("slow", job -> {
                runs.incrementAndGet();
                await(bothAreThere);
                job.sendData("one ");
                job.sendData("two ");
                return "three";
            });
            var first = client().doJobAsync("slow", "same");
            var second = client().doJobAsync("slow", "same");
            echo();
            // Answers come in the order of submissions
            assertThat(client().doJob("echo", "").text()).isEmpty();
            bothAreThere.countDown();

            for (var result : List.of(await(first), await(second))) {
                assertThat(result.data()).extracting(String::new).containsExactly("one ", "two ");
                assertThat(result.text()).isEqualTo("one two three");
            }
            assertThat(runs).hasValue(1);
        }

        @Test
        void allGetTheirResultAlsoWithoutSharing() throws Exception {
            work("slow", job -> {
                job.sendData("one ");
                return "two";
            });

            var all = Stream.generate(() -> client().doJobAsync("slow", "same", JobOption.withoutUnique()))
                    .limit(20)
                    .toList();

            for (var stage : all) {
                assertThat(await(stage).text()).isEqualTo("one two");
            }
        }
    }

    @Nested
    class AWorkload {

        @Test
        void thatCannotBeWrittenIsRefusedBeforeAnythingIsSent() {
            echo();

            assertThatThrownBy(() -> client().doJob("echo", new Object()))
                    .isInstanceOf(WorkloadCodecException.class)
                    .hasMessageContaining("echo");
        }

        @Test
        void thatCannotBeReadEndsItsJobOnly() {
            work("increment", job -> job.as(Integer.class) + 1);

            assertThat(client().doJob("increment", "x").failure().orElseThrow().message())
                    .contains(WorkloadCodecException.class.getName());
            assertThat(client().doJob("increment", 41).as(Integer.class)).isEqualTo(42);
        }

        @Test
        void mayBeEmptyAndSoMayTheResult() {
            work("empty", job -> {
                assertThat(job.workloadSize()).isZero();
                return null;
            });

            assertThat(client().doJob("empty", null).bytes()).isEmpty();
            assertThat(client().doJob("empty", "").bytes()).isEmpty();
            assertThat(client().doJob("empty", new byte[0]).isSuccess()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 65_500, 65_535, 65_536, 65_537, 131_072, 1_048_576, 5_000_000})
        void ofAnySizeComesBackByteByByte(int size) {
            echo();
            var workload = new byte[size];
            for (int i = 0; i < size; i++) {
                workload[i] = (byte) ((i * 31) >>> 3);
            }

            assertThat(client().doJob("echo", workload).bytes()).isEqualTo(workload);
        }

        @Test
        void mayHoldAnyByte() {
            echo();
            var all = Stream.iterate(0, i -> i + 1)
                    .limit(256)
                    .map(i -> Character.toString((char) i.intValue()))
                    .collect(joining());

            assertThat(client().doJob("echo", all).text()).isEqualTo(all);
        }
    }
}
