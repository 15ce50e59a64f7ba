package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.gearmancdi.GearmanException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Client and worker on connections that break by chance, with seeds that tell the chance. */
@Timeout(170)
class FaultSchedulesTest {

    private static final int SCHEDULES = 200;
    private static final int AT_ONCE = 6;
    /** What the JVM itself may open meanwhile; a leak would be one for each schedule at least. */
    private static final int SOME = 20;

    private static final UnixOperatingSystemMXBean FILES =
            ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
    private static final Duration CALL = Duration.ofSeconds(3);
    private static final Duration ALL_DONE = Duration.ofSeconds(30);

    @Test
    void everyBackgroundJobIsDoneAndEveryCallEndsWhateverBreaks() throws Exception {
        int hit = 0;
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try (var server = new Gearmand()) {
            run(Schedule.random(SCHEDULES), server);
            long open = FILES.getOpenFileDescriptorCount();
            var runs = new ArrayList<Callable<Integer>>();
            for (int seed = 0; seed < SCHEDULES; seed++) {
                var schedule = Schedule.random(seed);
                runs.add(() -> run(schedule, server));
            }
            for (var run : pool.invokeAll(runs)) {
                hit += run.get() > 0 ? 1 : 0;
            }
            Awaitility.await("no file descriptor is left")
                    .atMost(ALL_DONE)
                    .untilAsserted(
                            () -> assertThat(FILES.getOpenFileDescriptorCount()).isLessThanOrEqualTo(open + SOME));
        } finally {
            pool.shutdownNow();
        }
        System.out.println(hit + " of " + SCHEDULES + " schedules hit work in flight");
        assertThat(hit).isGreaterThanOrEqualTo(150);
        Awaitility.await("no thread is left")
                .atMost(ALL_DONE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("gearman") || name.startsWith("proxy")));
    }

    private static int run(Schedule schedule, Gearmand server) throws IOException {
        try (var proxy = new FaultProxy(server.address())) {
            int hits = 0;
            try (var gearman = Gearmen.at(proxy.address())
                    .heartbeat(Duration.ofMillis(500))
                    .build()) {
                var work = new Work(gearman, "f" + schedule.seed());
                for (var step : schedule.steps()) {
                    work.submit(5, CALL);
                    boolean inFlight = work.inFlight() > 0;
                    long damage = proxy.damage();
                    proxy.set(step.fault());
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(step.millis()));
                    proxy.set(Fault.NONE);
                    hits += inFlight && proxy.damage() > damage ? 1 : 0;
                }
                Awaitility.await("all is done of " + schedule)
                        .atMost(ALL_DONE)
                        .pollInterval(Duration.ofMillis(20))
                        .untilAsserted(() -> {
                            work.submitUnknownAgain(CALL);
                            assertThat(work.missing()).isEmpty();
                            assertThat(work.allSubmissionsEnded()).isTrue();
                        });
                System.out.println(schedule.seed() + ": " + hits + " faults hit, "
                        + work.failures().size() + " calls failed");
                assertThat(work.failures()).allMatch(GearmanException.class::isInstance);
            }
            Awaitility.await("no connection is left of " + schedule)
                    .atMost(ALL_DONE)
                    .until(() -> proxy.openLinks() == 0);
            return hits;
        }
    }
}
