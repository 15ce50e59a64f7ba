package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.JobOption;
import io.gearmancdi.JobTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Equal calls on one connection share a job, and the server sends every packet once for each, abandoned or not. */
@Timeout(60)
class AbandonedCallTest {

    @Test
    void takesItsCopiesSoThatAnEqualCallGetsEachOfItsOwnOnce() throws Exception {
        var runs = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var server = new Gearmand();
                var gearman = Gearmen.at(server.address()).build()) {
            gearman.workers()
                    .register(
                            "parts",
                            job -> {
                                runs.countDown();
                                mayEnd.await();
                                job.sendData("one ");
                                job.sendData("two ");
                                return "end";
                            },
                            all -> all);
            var client = gearman.client().foreign();
            assertThatThrownBy(() -> client.doJob(
                            "parts", "x", JobOption.unique("same"), JobOption.timeout(Duration.ofMillis(500))))
                    .isInstanceOf(JobTimeoutException.class);
            assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
            var second = client.doJobAsync("parts", "x", JobOption.unique("same"));
            Awaitility.await("the server has the second call, too")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> client.getJobStatusByUnique("parts", "same").isRunning());
            mayEnd.countDown();

            assertThat(second.toCompletableFuture().get(20, TimeUnit.SECONDS).text())
                    .isEqualTo("one two end");
            assertThat(client.doJob("parts", "x", JobOption.unique("same")).text())
                    .as("nothing of the old job is left")
                    .isEqualTo("one two end");
        }
    }
}
