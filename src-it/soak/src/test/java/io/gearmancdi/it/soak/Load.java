package io.gearmancdi.it.soak;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanException;
import io.gearmancdi.JobOption;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/** So many jobs a second, of every kind; what became of each is kept in room that is taken at once. */
final class Load {
    private static final int TICKS_PER_SECOND = 100;
    private static final int ACCEPTED = 1;
    private static final int DONE = 2;
    private static final JobOption AT_ONCE = JobOption.timeout(Duration.ofMillis(1));

    private final GearmanClient client;
    private final int jobs;
    private final int perTick;
    private final Latencies latencies;
    private final AtomicIntegerArray background;
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger unexpected = new AtomicInteger();
    private final CountDownLatch ended;
    private int next;

    Load(Gearman gearman, int rate, Duration duration) {
        client = gearman.client().foreign();
        perTick = rate / TICKS_PER_SECOND;
        jobs = Math.toIntExact((long) perTick * TICKS_PER_SECOND * duration.toSeconds());
        latencies = new Latencies(jobs);
        background = new AtomicIntegerArray(jobs);
        ended = new CountDownLatch(jobs);
        gearman.workers().register("echo", job -> job.bytes(), all -> all.withConcurrency(4));
        gearman.workers()
                .register("note", job -> note(Integer.parseInt(job.text()), DONE), all -> all.withConcurrency(4));
    }

    private String note(int job, int what) {
        background.accumulateAndGet(job, what, (before, more) -> before | more);
        return "";
    }

    void startOn(ScheduledExecutorService clock) {
        clock.scheduleAtFixedRate(this::tick, 0, 1000 / TICKS_PER_SECOND, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        for (int i = 0; i < perTick && next < jobs; i++) {
            int job = next++;
            try {
                submit(job);
            } catch (RuntimeException e) {
                end(e); // or the clock would stop
            }
        }
    }

    /** Two in five in the background; of the others one in thirty has a caller that does not wait. */
    private void submit(int job) {
        long begin = System.nanoTime();
        var workload = Integer.toString(job);
        if (job % 5 < 2) {
            client.doBackgroundJobAsync("note", workload).whenComplete((handle, failure) -> {
                if (failure == null) {
                    note(job, ACCEPTED);
                }
                end(failure);
            });
        } else if (job % 50 == 2) {
            client.doJobAsync("echo", workload, AT_ONCE).whenComplete((result, hurry) -> end(null));
        } else {
            client.doJobAsync("echo", workload).whenComplete((result, failure) -> {
                if (failure == null) {
                    latencies.took(job, System.nanoTime() - begin);
                    if (!result.text().equals(workload)) {
                        unexpected.incrementAndGet();
                    }
                }
                end(failure);
            });
        }
    }

    private void end(@Nullable Throwable failure) {
        if (failure != null) {
            failed.incrementAndGet();
            var cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (!(cause instanceof GearmanException)) {
                unexpected.incrementAndGet();
            }
        }
        ended.countDown();
    }

    /** Whether all submissions have got an answer, or a failure that is one of the library's. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    Latencies latencies() {
        return latencies;
    }

    int jobs() {
        return jobs;
    }

    int failed() {
        return failed.get();
    }

    /** Answers that are those of another job, and failures of another kind. */
    int unexpected() {
        return unexpected.get();
    }

    long accepted() {
        return count(ACCEPTED, ACCEPTED);
    }

    /** Background jobs that were accepted and have not run. */
    long missing() {
        return count(ACCEPTED | DONE, ACCEPTED);
    }

    private long count(int mask, int state) {
        long count = 0;
        for (int job = 0; job < jobs; job++) {
            count += (background.get(job) & mask) == state ? 1 : 0;
        }
        return count;
    }
}
