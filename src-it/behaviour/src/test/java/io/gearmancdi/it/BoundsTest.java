package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.BufferFullException;
import io.gearmancdi.GearmanException;
import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.JobOption;
import io.gearmancdi.OutcomeUnknownException;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkloadTooLargeException;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.spi.WorkerDefinition;
import io.gearmancdi.spi.WorkerInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sizes and numbers that have a bound, callers that are interrupted, workers with more than one job or server. */
class BoundsTest extends OnEveryServer {

    private static final int PACKET = 64 * 1024;

    @Override
    Gearman.Builder settings(Gearman.Builder builder) {
        return builder.maxPacketSize(PACKET).maxResultSize(100_000).maxPending(10);
    }

    @Test
    void aWorkloadThatIsTooLargeIsRefusedBeforeItIsSent() {
        echo();

        assertThatThrownBy(() -> client().doJob("echo", new byte[PACKET]))
                .isInstanceOf(WorkloadTooLargeException.class);
        assertThatThrownBy(() -> client().doBackgroundJob("echo", new byte[PACKET]))
                .isInstanceOf(WorkloadTooLargeException.class);
        assertThat(client().doJob("echo", new byte[60_000]).bytes()).hasSize(60_000);
    }

    @Test
    void aResultThatIsTooLargeEndsItsJobOnly() {
        work("large", job -> new byte[job.as(Integer.class)]);

        assertThat(client().doJob("large", PACKET).returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
        assertThat(client().doJob("large", 10).bytes()).hasSize(10);
    }

    @Test
    void dataBeyondTheBoundEndsTheCallOnly() {
        work("parts", job -> {
            int parts = job.as(Integer.class);
            for (int i = 0; i < parts; i++) {
                job.sendData(new byte[20_000]);
            }
            return new byte[5];
        });

        assertThatThrownBy(() -> client().doJob("parts", 5)).isInstanceOf(BufferFullException.class);
        assertThatThrownBy(() -> client().doJob("parts", 50)).isInstanceOf(BufferFullException.class);
        assertThat(client().doJob("parts", 4).bytes()).hasSize(80_005);
    }

    @Test
    void moreCallsThanMayBeOutstandingAllEnd() {
        work("echo", job -> job.bytes(), settings -> settings.withConcurrency(4));
        var tasks = client().tasks();
        for (int i = 0; i < 200; i++) {
            tasks.addTask("echo", i);
        }

        assertThat(tasks.runTasks().isSuccessful()).isTrue();
    }

    @Test
    void callersWaitForAPlaceUntilTheirTimeIsOver() throws Exception {
        var mayEnd = new CountDownLatch(1);
        work("slow", job -> {
            await(mayEnd);
            return job.bytes();
        });
        var calls = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < 10; i++) {
            calls.add(client().doJobAsync("slow", i).toCompletableFuture());
        }

        assertThatThrownBy(() -> client().doJob("slow", 11, JobOption.timeout(Duration.ofMillis(200))))
                .isInstanceOf(GearmanException.class);
        mayEnd.countDown();

        for (var call : calls) {
            await(call);
        }
        assertThat(client().doJob("slow", 12).as(Integer.class)).isEqualTo(12);
    }

    @Nested
    class AnInterruptedCaller {

        @Test
        void hearsOfAnUnknownOutcomeAndStaysInterrupted() throws Exception {
            var runs = new CountDownLatch(1);
            var mayEnd = new CountDownLatch(1);
            work("slow", job -> {
                runs.countDown();
                await(mayEnd);
                return job.bytes();
            });
            var call = new FutureTask<>(() -> {
                try {
                    client().doJob("slow", "x");
                    return "a result";
                } catch (OutcomeUnknownException e) {
                    return Thread.currentThread().isInterrupted() ? "unknown, interrupted" : "unknown";
                }
            });
            var caller = new Thread(call);
            caller.start();
            await(runs);

            caller.interrupt();

            assertThat(call.get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("unknown, interrupted");
            mayEnd.countDown();
            assertThat(client().doJob("slow", "y").text()).isEqualTo("y");
        }

        @Test
        void leavesTheConnectionToTheOthers() throws Exception {
            echo();
            var call = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                try {
                    client().doJob("echo", new byte[50_000]);
                } catch (GearmanException e) {
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                }
                return null;
            });
            var other = client().doJobAsync("echo", "other");
            new Thread(call).start();
            call.get(SOON.toSeconds(), TimeUnit.SECONDS);

            assertThat(await(other).text()).isEqualTo("other");
            assertThat(client().doJob("echo", "after").text()).isEqualTo("after");
        }
    }

    @Nested
    class AWorkerWithSeveralJobs {

        @Test
        void runsEachWhereItIsOffered() throws Exception {
            try (var second = TestJobServer.start(kind)) {
                var here = JobDescriptor.builder("W~here", "here").build();
                var there = JobDescriptor.builder("W~there", "there")
                        .servers(List.of(second.address()))
                        .build();
                var destroyed = new AtomicInteger();
                try (var own = builder()
                        .worker(worker(List.of(here, there), destroyed))
                        .build()) {
                    own.start();
                    var client = own.client();

                    assertThat(client.doJob("W~here", "").text()).isEqualTo("W~here");
                    assertThat(client.withServers(second.address())
                                    .doJob("W~there", "")
                                    .text())
                            .isEqualTo("W~there");
                    assertThat(server.ask("status")).startsWith("here\t");
                    assertThat(second.ask("status")).startsWith("there\t");
                }
                assertThat(destroyed).hasPositiveValue();
            }
        }

        private WorkerDefinition worker(List<JobDescriptor> jobs, AtomicInteger destroyed) {
            var descriptor = WorkerDescriptor.builder("W").jobs(jobs).build();
            return new WorkerDefinition() {
                @Override
                public WorkerDescriptor descriptor() {
                    return descriptor;
                }

                @Override
                public WorkerInstance newInstance() {
                    return new WorkerInstance() {
                        @Override
                        public Object handle(JobDescriptor job, GearmanJob gearmanJob) {
                            assertThat(gearmanJob.name()).isEqualTo(job.name());
                            assertThat(gearmanJob.function()).isEqualTo(job.function());
                            return job.name();
                        }

                        @Override
                        public void destroy() {
                            destroyed.incrementAndGet();
                        }
                    };
                }
            };
        }
    }
}
