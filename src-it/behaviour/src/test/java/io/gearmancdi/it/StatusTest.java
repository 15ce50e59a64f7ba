package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobStatus.State;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Asking for the state of a job. */
class StatusTest extends OnEveryServer {

    private final CountDownLatch runs = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void aJobWithoutAWorkerIsQueued() {
        var handle = client().foreign().doBackgroundJob("nobody", "x");

        var status = client().getJobStatus(handle);

        assertThat(status.state()).isEqualTo(State.QUEUED);
        assertThat(status.isKnown()).isTrue();
        assertThat(status.isRunning()).isFalse();
        assertThat(status.isFinished()).isFalse();
    }

    @Test
    void aJobThatRunsTellsItsProgress() throws Exception {
        var handle = running();

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(client().getJobStatus(handle).getCompleted()).isEqualTo(1));
        var status = client().getJobStatus(handle);
        assertThat(status.state()).isEqualTo(State.RUNNING);
        assertThat(status.isRunning()).isTrue();
        assertThat(status.getCompletionTotal()).isEqualTo(4);
        assertThat(status.getCompletionPercent()).isEqualTo(0.25);
        mayEnd.countDown();
    }

    @Test
    void aJobThatEndedHereIsUnknownAndFinished() throws Exception {
        var handle = running();
        mayEnd.countDown();

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(client().getJobStatus(handle).isFinished()).isTrue());
        var status = client().getJobStatus(handle);
        assertThat(status.state()).isEqualTo(State.UNKNOWN);
        assertThat(status.isKnown()).isFalse();
    }

    @Test
    void aCallThatEndedIsFinished() {
        echo();

        var result = client().doJob("echo", "x");

        assertThat(client().getJobStatus(result.handle()).isFinished()).isTrue();
    }

    @Test
    void aJobThatNeverWasIsUnknownAndNotFinished() {
        var status = client().getJobStatus(JobHandle.of(server.address(), "H:nowhere:99999"));

        assertThat(status.state()).isEqualTo(State.UNKNOWN);
        assertThat(status.isFinished()).isFalse();
        assertThat(status.getCompletionPercent()).isZero();
    }

    @Test
    void aJobIsFoundByTheTextOfItsHandle() {
        var text = client().foreign().doBackgroundJob("nobody", "x").toString();

        assertThat(client().getJobStatus(JobHandle.parse(text)).state()).isEqualTo(State.QUEUED);
    }

    @Test
    void aJobIsFoundByItsUnique() {
        var foreign = client().foreign();
        foreign.doBackgroundJob("nobody", "x", JobOption.unique("mine"));

        assertThat(foreign.getJobStatusByUnique("nobody", "mine").state()).isEqualTo(State.QUEUED);
        assertThat(foreign.getJobStatusByUnique("nobody", "another").state()).isEqualTo(State.UNKNOWN);
    }

    private JobHandle running() throws InterruptedException {
        work("slow", job -> {
            job.sendStatus(1, 4);
            runs.countDown();
            await(mayEnd);
            return null;
        });
        var handle = client().doBackgroundJob("slow", "x");
        await(runs);
        return handle;
    }
}
