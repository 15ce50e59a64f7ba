package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobOption;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A worker that stops while its last result is on a slow link, and is called by its server meanwhile. What comes for a
 * connection that is closed already resets it, and takes away what was on its way.
 */
@Timeout(90)
class SlowDrainTest {

    private static final int SIZE = 300 * 1024;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AN_AGE = Duration.ofMinutes(5);
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void closesWhenTheServerHasReadTheResultAndNotBefore() throws Exception {
        try (var server = new Gearmand();
                var proxy = new FaultProxy(server.address());
                var slow = Gearmen.at(proxy.address()).pollInterval(AN_AGE).build();
                var other = Gearmen.at(server.address()).build()) {
            // One of two slots stays free, so the worker sleeps beside its job: the server will call it
            var worker = slow.workers().register("large", this::large, all -> all.withConcurrency(2));
            var first = other.client().foreign().doJobAsync("large", "first");
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            Awaitility.await("the worker sleeps")
                    .atMost(SOON)
                    .until(() -> proxy.saidLast(Packet.of(PacketType.PRE_SLEEP)));

            proxy.set(Fault.THROTTLE);
            var stopping = worker.stop(SOON).toCompletableFuture();
            mayEnd.countDown();
            long ended = System.nanoTime();
            Awaitility.await("the result is on its way, or the connection is closed too early")
                    .atMost(SOON)
                    .until(() -> stopping.isDone() || System.nanoTime() - ended > A_WHILE.toNanos());
            other.client().foreign().doBackgroundJob("large", "second", JobOption.unique("second"));

            assertThat(stopping.get(60, TimeUnit.SECONDS).isComplete()).isTrue();
            other.workers().register("large", this::large, all -> all);
            assertThat(first.toCompletableFuture().get(30, TimeUnit.SECONDS).bytes())
                    .hasSize(SIZE);
            Awaitility.await("the second job").atMost(SOON).until(() -> runs.containsKey("second"));
            assertThat(runs).containsEntry("first", 1);
        }
    }

    private Object large(GearmanJob job) throws InterruptedException {
        runs.merge(job.text(), 1, Integer::sum);
        begun.countDown();
        mayEnd.await();
        return new byte[SIZE];
    }
}
