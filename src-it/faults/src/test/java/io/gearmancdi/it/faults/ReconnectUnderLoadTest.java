package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.gearmancdi.GearmanException;
import io.gearmancdi.JobOption;
import io.gearmancdi.driver.Gearman;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that goes away and comes back, again and again. */
@Timeout(120)
class ReconnectUnderLoadTest {

    private static final int RESTARTS = 50;
    private static final Duration CALL = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void everyBackgroundJobIsDoneAndEveryCallEndsThroughFiftyRestarts() throws Exception {
        try (var server = new Gearmand();
                var gearman = Gearmen.at(server.address()).build()) {
            gearman.workers().register("echo", job -> job.bytes(), all -> all);
            var work = new Work(gearman, "load");
            for (int restart = 0; restart < RESTARTS; restart++) {
                work.submit(20, CALL);
                int waiting = work.missing().size();
                Awaitility.await("the load is being worked on")
                        .atMost(SOON)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> work.missing().size() < waiting - 5);
                server.kill();
                work.submit(2, CALL);
                server.restart();
                worksAgain(gearman);
                work.submitUnknownAgain(CALL);
            }
            Awaitility.await("all is done").atMost(SOON).untilAsserted(() -> {
                work.submitUnknownAgain(CALL);
                assertThat(work.missing()).isEmpty();
                assertThat(work.allSubmissionsEnded()).isTrue();
            });
            System.out.println(work.failures().size() + " calls failed in " + RESTARTS + " restarts");
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
            // One quiet window is enough: the first may still see the compiler at work
            Awaitility.await("less than 5 % of a processor").atMost(SOON).until(() -> share(system) < 0.05);
            server.restart();
            worksAgain(gearman);
        }
    }

    private static double share(OperatingSystemMXBean system) {
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        long window = TimeUnit.SECONDS.toNanos(2);
        while (System.nanoTime() - begin < window) {
            LockSupport.parkNanos(window);
        }
        double share = (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - begin);
        System.out.printf("%.1f %% of a processor while the server is away%n", 100 * share);
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
