package io.gearmancdi.it;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobHandler;
import io.gearmancdi.Registration;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One behaviour on all job servers: each test has a fresh server and a fresh client with its workers. */
@ParameterizedClass
@EnumSource(JobServerKind.class)
@Timeout(60)
abstract class OnEveryServer {

    /** Long enough for anything that happens; a test that waits longer fails. */
    static final Duration SOON = Duration.ofSeconds(15);

    @Parameter
    JobServerKind kind;

    TestJobServer server;
    Gearman gearman;

    @BeforeEach
    void startServerAndGearman() {
        server = TestJobServer.start(kind);
        gearman = settings(builder()).build();
    }

    @AfterEach
    void stopServerAndGearman() {
        if (gearman != null) {
            gearman.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** For tests that want other settings. */
    Gearman.Builder settings(Gearman.Builder builder) {
        return builder;
    }

    final Gearman.Builder builder() {
        return Gearman.builder()
                .servers(List.of(server.address()))
                .codec(new NumberCodec())
                .clientTimeout(Duration.ofSeconds(30))
                .reconnectDelay(Duration.ofMillis(10), Duration.ofMillis(100))
                .shutdownTimeout(Duration.ofSeconds(5));
    }

    final GearmanClient client() {
        return gearman.client();
    }

    final Registration work(String function, JobHandler handler) {
        return work(function, handler, settings -> settings);
    }

    final Registration work(String function, JobHandler handler, UnaryOperator<WorkerSettings> settings) {
        return gearman.workers().register(function, handler, settings);
    }

    /** A worker that gives back what it gets. */
    final void echo() {
        work("echo", job -> job.bytes());
    }

    static void await(CountDownLatch latch) throws InterruptedException {
        Assertions.assertThat(latch.await(SOON.toSeconds(), SECONDS))
                .as("it happened in time")
                .isTrue();
    }

    static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(SOON.toSeconds(), SECONDS);
    }
}
