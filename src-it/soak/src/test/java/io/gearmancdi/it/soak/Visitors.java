package io.gearmancdi.it.soak;

import io.gearmancdi.GearmanException;
import io.gearmancdi.JobHandle;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One each second: submits what nobody does, cancels a part of it, and leaves the rest without a word. */
final class Visitors {
    static final String NOBODY = "nobody";
    private static final int JOBS = 10;

    private final ServerAddress server;
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger unsettled = new AtomicInteger();

    Visitors(ServerAddress server) {
        this.server = server;
    }

    void startOn(ScheduledExecutorService clock) {
        clock.scheduleAtFixedRate(this::visit, 0, 1, TimeUnit.SECONDS);
    }

    private void visit() {
        try (var gearman = Gearman.builder()
                .servers(List.of(server))
                .generateUniqueKeys(false)
                .connectTimeout(Duration.ofSeconds(1))
                .clientTimeout(Duration.ofSeconds(5))
                .shutdownTimeout(Duration.ofMillis(1))
                .build()) {
            var client = gearman.client().foreign();
            var handles = new ArrayList<JobHandle>();
            for (int job = 0; job < JOBS; job++) {
                client.doJobAsync(NOBODY, "abandoned");
                unsettled.incrementAndGet();
                handles.add(client.doBackgroundJob(NOBODY, "cancelled"));
            }
            for (var handle : handles) {
                if (gearman.admin().cancel(handle)) {
                    cancelled.incrementAndGet();
                    unsettled.decrementAndGet();
                }
            }
        } catch (GearmanException e) {
            // the server is away: what was not cancelled stays unsettled
        }
    }

    int cancelled() {
        return cancelled.get();
    }

    /** Background jobs of which it is not known that they were cancelled. */
    int unsettled() {
        return unsettled.get();
    }
}
