package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import io.gearmancdi.spi.WorkListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that are interrupted when a job ends, by the job itself or by whoever owns them. */
class InterruptedJobsTest extends OnEveryServer {

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ThreadLocal<Integer> jobsOfTheTurn = ThreadLocal.withInitial(() -> 0);
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final List<String> turns = new CopyOnWriteArrayList<>();
    private final List<String> disturbed = new CopyOnWriteArrayList<>();

    @Override
    Gearman.Builder settings(Gearman.Builder builder) {
        return builder.workListener(new Listening()).executor(task -> pool.execute(() -> turn(task)));
    }

    private void turn(Runnable task) {
        task.run();
        int jobs = jobsOfTheTurn.get();
        if (jobs > 0) {
            turns.add(jobs + (Thread.interrupted() ? ", interrupted" : ""));
        }
        jobsOfTheTurn.remove();
    }

    @AfterEach
    void endPool() {
        pool.shutdownNow();
    }

    @Test
    void areNotInterruptedForObserversOrTheNextJob() {
        queue("one", "two", "three");

        work(
                "f",
                job -> {
                    note(job.text());
                    ran.add(job.text());
                    Thread.currentThread().interrupt();
                    return null;
                },
                all -> all.withPrefetch(8));

        Awaitility.await().atMost(SOON).until(() -> ran.size() == 3);
        assertThat(disturbed).isEmpty();
    }

    @Test
    void goBackToTheirOwnerWhoWantsThemBack() throws Exception {
        var thread = new CompletableFuture<Thread>();
        queue("waits", "two", "three");
        work(
                "f",
                job -> {
                    jobsOfTheTurn.set(jobsOfTheTurn.get() + 1);
                    if (thread.complete(Thread.currentThread())) {
                        awaitInterrupt();
                    }
                    ran.add(job.text());
                    return null;
                },
                all -> all.withPrefetch(8));

        await(thread).interrupt();

        Awaitility.await().atMost(SOON).until(() -> ran.size() == 3);
        assertThat(turns.get(0)).isEqualTo("1, interrupted");
        assertThat(disturbed).isEmpty();
    }

    /** As most do it. */
    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void queue(String... jobs) {
        for (var job : jobs) {
            client().foreign().doBackgroundJob("f", job);
        }
    }

    private void note(String what) {
        if (Thread.currentThread().isInterrupted()) {
            disturbed.add(what);
        }
    }

    private final class Listening implements WorkListener {

        @Override
        public boolean wantsStarting() {
            return false;
        }

        @Override
        public boolean wantsExecuted() {
            return true;
        }

        @Override
        public void starting(WorkStarting event) {}

        @Override
        public void executed(WorkExecuted event) {
            note("an observer of " + event.job().text());
        }
    }
}
