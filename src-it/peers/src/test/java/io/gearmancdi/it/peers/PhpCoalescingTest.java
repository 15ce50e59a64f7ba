package io.gearmancdi.it.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.spi.WorkerDefinition;
import io.gearmancdi.spi.WorkerInstance;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Equal background jobs become one, whoever submits them. */
@Timeout(120)
class PhpCoalescingTest {

    private static final String NAME = "AcmeWorkersMyAcmeWorker~doSomething";
    private static final String PREFIX = "dev-";
    private static final String WORKLOAD = "Grüße";

    @ParameterizedTest
    @EnumSource
    void equal_background_jobs_of_php_and_java_become_one(JobServerKind kind) throws InterruptedException {
        try (var server = TestJobServer.start(kind);
                var gearman = Gearman.builder()
                        .servers(List.of(server.address()))
                        .worker(new Offered())
                        .build()) {
            var java = gearman.client().doBackgroundJob(NAME, WORKLOAD).value();
            assertThat(Php.run("submit.php", server.address(), PREFIX, NAME, WORKLOAD))
                    .containsExactly(java);

            var other = Php.run("submit.php", server.address(), PREFIX, NAME, "another");
            assertThat(other).doesNotContain(java);
            assertThat(gearman.client().doBackgroundJob(NAME, "another").value())
                    .isEqualTo(other.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_foreground_job_of_java_never_joins_a_background_job(JobServerKind kind) throws Exception {
        try (var server = TestJobServer.start(kind);
                var gearman = Gearman.builder()
                        .servers(List.of(server.address()))
                        .worker(new Offered())
                        .build()) {
            var php = Php.run("submit.php", server.address(), PREFIX, NAME, WORKLOAD);
            var waiting = gearman.client().doJobAsync(NAME, WORKLOAD);
            gearman.workers().start("AcmeWorkersMyAcmeWorker");
            var result = waiting.toCompletableFuture().get(60, TimeUnit.SECONDS);
            assertThat(result.handle().value()).isNotEqualTo(php.get(0));
        }
    }

    /** A worker with a prefix; it is started by hand, so that jobs stay queued. */
    private record Offered() implements WorkerDefinition {

        @Override
        public WorkerDescriptor descriptor() {
            return WorkerDescriptor.builder("AcmeWorkersMyAcmeWorker")
                    .settings(WorkerSettings.defaults().withAutostart(false))
                    .jobs(List.of(JobDescriptor.builder(NAME, PREFIX + NAME).build()))
                    .build();
        }

        @Override
        public WorkerInstance newInstance() {
            return new WorkerInstance() {
                @Override
                public Object handle(JobDescriptor descriptor, GearmanJob job) {
                    return "";
                }

                @Override
                public void destroy() {
                    // Nothing is held
                }
            };
        }
    }
}
