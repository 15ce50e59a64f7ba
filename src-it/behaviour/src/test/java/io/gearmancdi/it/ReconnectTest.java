package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanException;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.OutcomeUnknownException;
import io.gearmancdi.ServerConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What happens when the job server goes away and comes back. */
class ReconnectTest extends OnEveryServer {

    @Test
    void workerAndClientGoOnAfterARestart() {
        echo();
        assertThat(client().doJob("echo", "before").text()).isEqualTo("before");

        for (int i = 0; i < 3; i++) {
            server.stop();
            server.restart();

            worksAgain();
        }
    }

    @Test
    void aCallThatWasAcceptedEndsWithAnUnknownOutcome() throws Exception {
        var runs = new CountDownLatch(1);
        var cancelled = new AtomicReference<Boolean>();
        var seen = new CountDownLatch(1);
        work("slow", job -> {
            runs.countDown();
            Awaitility.await().atMost(SOON).until(job::isCancelled);
            cancelled.set(job.isCancelled());
            seen.countDown();
            return "to nobody";
        });
        var call = client().doJobAsync("slow", "x");
        await(runs);
        // Answers come in order: after this one the client knows that the server has the job
        client().getJobStatus(JobHandle.of(server.address(), "H:nobody:1"));

        server.stop();

        assertThatThrownBy(() -> await(call))
                .hasCauseInstanceOf(OutcomeUnknownException.class)
                .cause()
                .satisfies(
                        cause -> assertThat(((GearmanException) cause).handle()).isPresent());
        await(seen);
        assertThat(cancelled).hasValue(true);
        server.restart();
        echo();
        worksAgain();
    }

    @Test
    void aCallWhileTheServerIsAwayIsRefused() {
        echo();
        client().doJob("echo", "before");
        server.stop();

        assertThatThrownBy(() -> client().doJob("echo", "while it is away", JobOption.timeout(SOON)))
                .isInstanceOf(GearmanException.class);
        assertThatThrownBy(() -> client().doJob("echo", "while it is away", JobOption.timeout(SOON)))
                .isInstanceOf(ServerConnectionException.class);

        server.restart();
        worksAgain();
    }

    @Test
    void aWorkerThatStartsBeforeItsServerConnectsLater() {
        server.stop();
        echo();

        server.restart();

        worksAgain();
    }

    private void worksAgain() {
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(GearmanException.class)
                .untilAsserted(() -> assertThat(
                                client().doJob("echo", "after", JobOption.timeout(Duration.ofSeconds(2)))
                                        .text())
                        .isEqualTo("after"));
    }
}
