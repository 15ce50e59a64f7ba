package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobHandle;
import io.gearmancdi.OutcomeUnknownException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What becomes of a job whose connection is lost while it runs. */
class ConnectionLossTest extends OnEveryServer {

    private final CountDownLatch runs = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    @Test
    void interruptsTheJobWhereThatIsTheChoice() throws Exception {
        try (var own = builder().interruptOnConnectionLoss(true).build()) {
            own.workers()
                    .register(
                            "long",
                            job -> {
                                runs.countDown();
                                try {
                                    return new CountDownLatch(1).await(SOON.toSeconds(), TimeUnit.SECONDS);
                                } catch (InterruptedException e) {
                                    interrupted.countDown();
                                    throw e;
                                }
                            },
                            settings -> settings);
            var call = own.client().doJobAsync("long", "x");
            await(runs);
            awaitAnswers(own.client());

            server.stop();

            await(interrupted);
            assertThatThrownBy(() -> await(call)).hasCauseInstanceOf(OutcomeUnknownException.class);
            server.restart();
        }
    }

    @Test
    void letsTheJobFinishWhereNothingIsSaidAndItsResultGoesNowhere() throws Exception {
        work("long", job -> {
            if (job.text().equals("second")) {
                return "second";
            }
            runs.countDown();
            Awaitility.await().atMost(SOON).until(job::isCancelled);
            if (!Thread.currentThread().isInterrupted()) {
                finished.countDown();
            }
            return "first";
        });
        var call = client().doJobAsync("long", "first");
        await(runs);
        awaitAnswers(client());

        server.stop();

        await(finished);
        assertThatThrownBy(() -> await(call)).hasCauseInstanceOf(OutcomeUnknownException.class);
        server.restart();
        assertThat(await(client().doJobAsync("long", "second")).text()).isEqualTo("second");
    }

    /** Answers come in order: after this one the client knows that the server has the jobs before. */
    private void awaitAnswers(GearmanClient client) {
        client.getJobStatus(JobHandle.of(server.address(), "H:nobody:1"));
    }
}
