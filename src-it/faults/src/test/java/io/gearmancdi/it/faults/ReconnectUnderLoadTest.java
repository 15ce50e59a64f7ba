package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.gearmancdi.GearmanException;
import io.gearmancdi.JobOption;
import io.gearmancdi.driver.Gearman;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that goes away and comes back, again and again. */
@Timeout(120)
class ReconnectUnderLoadTest {

    private static final int RESTARTS = 50;
    private static final Duration CALL = Duration.ofSeconds(3);
    /** The compiler has its work first. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void everyBackgroundJobIsDoneAndEveryCallEndsThroughFiftyRestarts() throws Exception {
        try (var server = new Gearmand();
                var gearman = Gearmen.at(server.address())
                        .connectTimeout(Duration.ofSeconds(5))
                        .build()) {
            gearman.workers().register("echo", job -> job.bytes(), all -> all);
            var before = new ArrayList<CompletableFuture<?>>();
            var away = new ArrayList<CompletableFuture<?>>();
            var work = new Work(gearman, "load");
            for (int restart = 0; restart < RESTARTS; restart++) {
                before.addAll(work.submit(20, CALL));
                Awaitility.await("half of the load is done")
                        .atMost(SOON)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> work.missing().size() < 10);
                server.kill();
                away.addAll(work.submit(2, CALL));
                server.restart();
                worksAgain(gearman);
                work.submitUnknownAgain(CALL);
            }
            Awaitility.await("all is done").atMost(SOON).untilAsserted(() -> {
                work.submitUnknownAgain(CALL);
                assertThat(work.missing()).isEmpty();
                assertThat(work.allSubmissionsEnded()).isTrue();
            });
            System.out.println(Work.succeeded(before) + " of " + before.size() + " calls before a kill and "
                    + Work.succeeded(away) + " of " + away.size() + " right after one succeeded in " + RESTARTS
                    + " restarts");
            assertThat(Work.succeeded(before)).as("of those before a kill").isGreaterThan(before.size() * 3L / 10);
            assertThat(Work.succeeded(away)).as("of those right after a kill").isGreaterThan(away.size() / 2);
            assertThat(work.failures()).allMatch(GearmanException.class::isInstance);
        }
    }

    @Test
    void aServerThatIsAwayCostsNextToNothing() throws Exception {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (var server = new Gearmand();
                var gearman = Gearmen.at(server.address()).build()) {
            gearman.workers().register("echo", job -> job.bytes(), all -> all);
            assertThat(gearman.client().doJob("echo", "before").text()).isEqualTo("before");
            server.kill();
            share(system, WARM_UP);
            assertThat(share(system, WINDOW)).as("share of a processor").isLessThan(0.05);
            server.restart();
            worksAgain(gearman);
        }
    }

    private static double share(OperatingSystemMXBean system, Duration time) {
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .during(time)
                .atMost(time.multipliedBy(3))
                .pollInterval(time)
                .until(() -> true);
        double share = (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - begin);
        System.out.printf("%.1f %% of a processor in %s while the server is away%n", 100 * share, time);
        return share;
    }

    private static void worksAgain(Gearman gearman) {
        Awaitility.await("works again")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(GearmanException.class)
                .until(() -> gearman.client()
                        .doJob("echo", "after", JobOption.timeout(Duration.ofSeconds(5)))
                        .isSuccess());
    }
}
