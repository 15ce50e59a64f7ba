package io.gearmancdi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.ServerAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests with a job server, where the tests of the application run in parallel. */
@Timeout(120)
class ParallelTestsTest {
    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    private static final AtomicInteger RUNNING = new AtomicInteger();

    /** Gives another test time to come as far, which none may. */
    private static void isAloneWith(ServerAddress server) {
        RUNNING.incrementAndGet();
        try {
            await().during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(RUNNING).hasValue(1));
            assertThat(System.getProperty("gearman.servers")).isEqualTo(server.toString());
        } finally {
            RUNNING.decrementAndGet();
        }
    }

    @Test
    void classesDoNotSeeEachOthersServer() {
        assertThat(Inside.run(PARALLEL, One.class, Other.class).getTestsSucceededCount())
                .isEqualTo(2);
        assertThat(System.getProperty("gearman.servers")).isNull();
    }

    @Test
    void testsOfOneClassDoNotSeeEachOthersServer() {
        assertThat(Inside.run(PARALLEL, EachItsOwn.class).getTestsSucceededCount())
                .isEqualTo(2);
        assertThat(System.getProperty("gearman.servers")).isNull();
    }

    @GearmanServer
    static class One {
        @Test
        void one(ServerAddress server) {
            isAloneWith(server);
        }
    }

    @GearmanServer
    static class Other {
        @Test
        void other(ServerAddress server) {
            isAloneWith(server);
        }
    }

    @GearmanServer(lifetime = GearmanServer.Lifetime.PER_TEST)
    static class EachItsOwn {
        @Test
        void one(ServerAddress server) {
            isAloneWith(server);
        }

        @Test
        void other(ServerAddress server) {
            isAloneWith(server);
        }
    }
}
