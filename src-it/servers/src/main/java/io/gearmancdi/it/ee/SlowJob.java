package io.gearmancdi.it.ee;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobResult;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.spi.TaskListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A job that is at work until its worker takes no further ones, and the client that waits for it. */
public final class SlowJob implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final Gearman gearman;
    private final CompletableFuture<JobResult> result;

    private SlowJob(ServerAddress server) {
        gearman = Gearman.builder()
                .servers(List.of(server))
                .taskListener(new Statuses(begun))
                .build();
        result = gearman.client()
                .foreign()
                .doJobAsync("it-io.gearmancdi.it.ee.app.Slow~untilTheDrain", null)
                .toCompletableFuture();
    }

    /**
     * Submits it.
     *
     * @param server the job server
     * @return the job, which is at work
     * @throws InterruptedException if the thread is interrupted
     */
    public static SlowJob begunOn(ServerAddress server) throws InterruptedException {
        var job = new SlowJob(server);
        assertThat(job.begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return job;
    }

    /**
     * Waits for its end.
     *
     * @return {@code drained}, if its worker has ended
     * @throws Exception if it does not end
     */
    public String result() throws Exception {
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS).text();
    }

    @Override
    public void close() {
        gearman.close();
    }

    private record Statuses(CountDownLatch seen) implements TaskListener {

        @Override
        public boolean wants(Class<? extends TaskEvent> type) {
            return type.equals(TaskStatus.class);
        }

        @Override
        public void on(TaskEvent event) {
            seen.countDown();
        }
    }
}
