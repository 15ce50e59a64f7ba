package io.gearmancdi.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.QueueFullException;
import io.gearmancdi.ServerErrorException;
import io.gearmancdi.admin.ConnectionStatus;
import io.gearmancdi.admin.FunctionStatus;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.admin.PriorityStatus;
import io.gearmancdi.admin.ServerJob;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What operators ask servers for. */
class AdminTest extends OnEveryServer {

    @Test
    void knowsItsServersAndTheirVersions() {
        assertThat(admin().servers()).containsExactly(server.address());
        assertThat(admin().version(server.address())).matches("\\d+\\.\\d+.*");
    }

    @Test
    void countsWhatWaitsAndWhatRuns() throws Exception {
        var started = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        work("busy", job -> {
            started.countDown();
            goOn.await(SOON.toSeconds(), SECONDS);
            return job.bytes();
        });
        client().foreign().doBackgroundJob("busy", "1");
        await(started);
        client().foreign().doHighBackgroundJob("busy", "2");
        client().foreign().doLowBackgroundJob("busy", "3");

        assertThat(admin().status(server.address())).containsExactly(new FunctionStatus("busy", 3, 1, 1));
        assertThat(admin().status(server.address()).get(0).waiting()).isEqualTo(2);
        assertThat(admin().priorityStatus(server.address())).containsExactly(new PriorityStatus("busy", 1, 0, 1, 1));
        goOn.countDown();
    }

    @Test
    void showsEveryConnectionAndWhatItOffers() {
        echo();

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(admin().workers(server.address()))
                        .extracting(ConnectionStatus::functions)
                        .anySatisfy(functions -> assertThat(functions).containsExactly("echo")));
        assertThat(admin().workers(server.address()))
                .allSatisfy(connection -> assertThat(connection.address()).isEqualTo("127.0.0.1"));
    }

    @Test
    void aJobThatWaitsIsCancelledAndNeverRuns() {
        var first = client().foreign().doBackgroundJob("later", "1");
        var second = client().foreign().doBackgroundJob("later", "2");

        assertThat(admin().jobs(server.address()))
                .extracting(ServerJob::handle)
                .containsExactlyInAnyOrder(first, second);
        assertThat(admin().jobs(server.address())).allSatisfy(job -> {
            assertThat(job.background()).isTrue();
            assertThat(job.retries()).isZero();
        });
        assertThat(admin().cancel(first)).isTrue();

        var ran = new ConcurrentLinkedQueue<String>();
        work("later", job -> {
            ran.add(job.text());
            return job.bytes();
        });
        Awaitility.await().atMost(SOON).until(() -> ran.contains("2"));
        client().foreign().doJob("later", "3");
        assertThat(ran).containsExactly("2", "3");
    }

    @Test
    void aJobThatNeverWasCannotBeCancelled() {
        assertThat(admin().cancel(JobHandle.of(server.address(), "H:nowhere:7")))
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> admin().cancel(JobHandle.of(server.address(), "H:1\nshutdown")));
    }

    @Test
    void aQueueIsBoundedBeforeItsFirstJob() {
        admin().limitQueue(server.address(), "narrow", 1);
        client().foreign().doBackgroundJob("narrow", "1", JobOption.unique("1"));

        assertThatExceptionOfType(QueueFullException.class)
                .isThrownBy(() -> client().foreign().doBackgroundJob("narrow", "2", JobOption.unique("2")));
        assertThatIllegalArgumentException().isThrownBy(() -> admin().limitQueue(server.address(), "narrow", -1));

        admin().limitQueue(server.address(), "narrow", 0);
        client().foreign().doBackgroundJob("narrow", "2", JobOption.unique("2"));
    }

    @Test
    void aFunctionIsMadeAndForgotten() {
        admin().createFunction(server.address(), "made");
        assertThat(admin().status(server.address())).containsExactly(new FunctionStatus("made", 0, 0, 0));

        assertThat(admin().dropFunction(server.address(), "made")).isTrue();
        assertThat(admin().dropFunction(server.address(), "made")).isFalse();
        assertThat(admin().status(server.address())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> admin().createFunction(server.address(), "two words"));
    }

    @Test
    void aFunctionWithAWorkerIsNotForgotten() {
        echo();
        client().foreign().doJob("echo", "x");

        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> admin().dropFunction(server.address(), "echo"))
                .withMessageContaining("connected workers");
    }

    private GearmanAdmin admin() {
        return gearman.admin();
    }
}
