package io.gearmancdi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.OutcomeUnknownException;
import io.gearmancdi.QueueFullException;
import io.gearmancdi.SubmissionUnknownException;
import io.gearmancdi.driver.Gearman;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ScriptedServerTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private ScriptedServer server;
    private Gearman gearman;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start();
        gearman = Gearman.builder()
                .servers(List.of(server.address()))
                .reconnectDelay(Duration.ofMillis(10), Duration.ofMillis(100))
                .shutdownTimeout(Duration.ofSeconds(1))
                .build();
    }

    @AfterEach
    void stop() {
        gearman.close();
        server.close();
    }

    private GearmanClient client() {
        return gearman.client().foreign();
    }

    private void echo() {
        gearman.workers().register("echo", job -> job.bytes(), all -> all);
    }

    @Test
    void isAJobServerUnlessToldOtherwise() {
        echo();

        assertThat(client().doJob("echo", "x").text()).isEqualTo("x");

        assertThat(server.passed(FaultPoint.SUBMISSION)).isEqualTo(1);
        assertThat(server.passed(FaultPoint.ACCEPTANCE)).isEqualTo(1);
        assertThat(server.passed(FaultPoint.ASSIGNMENT)).isEqualTo(1);
        assertThat(server.passed(FaultPoint.RESULT)).isEqualTo(1);
        assertThat(server.passed(FaultPoint.OUTCOME)).isEqualTo(1);
        assertThat(server.statistics().completedJobs()).isEqualTo(1);
    }

    @Test
    void losesTheAcceptanceOfAJobThatIsThereAllTheSame() {
        server.at(FaultPoint.ACCEPTANCE, Fault.close());

        assertThatThrownBy(() -> client().doJob("echo", "x")).isInstanceOf(SubmissionUnknownException.class);

        assertThat(server.passed(FaultPoint.SUBMISSION)).isEqualTo(1);
    }

    @Test
    void losesTheOutcomeOnce() {
        echo();
        server.at(FaultPoint.OUTCOME, Fault.reset());

        assertThatThrownBy(() -> client().doJob("echo", "x")).isInstanceOf(OutcomeUnknownException.class);

        assertThat(client().doJob("echo", "y").text()).isEqualTo("y");
    }

    @Test
    void cutsAPacketInHalf() {
        echo();
        server.at(FaultPoint.OUTCOME, Fault.cut());

        assertThatThrownBy(() -> client().doJob("echo", "x")).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void sendsGarbage() {
        echo();
        server.at(FaultPoint.OUTCOME, Fault.garbage());

        assertThatThrownBy(() -> client().doJob("echo", "x")).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void fallsSilent() {
        server.at(FaultPoint.SUBMISSION, Fault.silence());

        assertThatThrownBy(() -> client().doJob("echo", "x", JobOption.timeout(Duration.ofMillis(200))))
                .isInstanceOf(JobTimeoutException.class);
        assertThat(server.statistics().createdJobs()).isZero();
    }

    @Test
    void refuses() {
        server.at(FaultPoint.SUBMISSION, Fault.error("QUEUE_ERROR", "Job queue is full"));

        assertThatThrownBy(() -> client().doBackgroundJob("echo", "x")).isInstanceOf(QueueFullException.class);
    }

    @Test
    void isLate() {
        echo();
        server.at(FaultPoint.OUTCOME, Fault.delay(Duration.ofMillis(300)));
        long start = System.nanoTime();

        assertThat(client().doJob("echo", "x").text()).isEqualTo("x");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void losesAWakeUpSoThatTheWorkerHasToAskByItself() throws InterruptedException {
        server.always(FaultPoint.WAKE_UP, Fault.drop());
        gearman.workers().register("echo", job -> job.bytes(), all -> all);
        assertThat(server.awaitPassed(FaultPoint.NO_JOB, 1, SOON)).isTrue();

        assertThat(client().doJob("echo", "x").text()).isEqualTo("x");
    }

    @Test
    void misbehavesAfterSomeTimesAndForSomeTimes() {
        echo();
        server.at(FaultPoint.SUBMISSION, Fault.error("QUEUE_ERROR", "Job queue is full"), 1, 2);

        assertThat(client().doJob("echo", "1").text()).isEqualTo("1");
        assertThatThrownBy(() -> client().doJob("echo", "2")).isInstanceOf(QueueFullException.class);
        assertThatThrownBy(() -> client().doJob("echo", "3")).isInstanceOf(QueueFullException.class);
        assertThat(client().doJob("echo", "4").text()).isEqualTo("4");
    }

    @Test
    void behavesAgainWhenTold() {
        echo();
        server.always(FaultPoint.SUBMISSION, Fault.error("QUEUE_ERROR", "Job queue is full"));
        assertThatThrownBy(() -> client().doJob("echo", "1")).isInstanceOf(QueueFullException.class);

        server.behave();

        assertThat(client().doJob("echo", "2").text()).isEqualTo("2");
    }

    @Test
    void refusesConnections() throws Exception {
        server.at(FaultPoint.CONNECTION, Fault.close());

        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().port())) {
            assertThat(socket.getInputStream().read()).isNegative();
        }
        assertThat(server.passed(FaultPoint.CONNECTION)).isPositive();
    }

    @Test
    void closesAllConnectionsAndServesNewOnes() throws Exception {
        echo();
        assertThat(client().doJob("echo", "1").text()).isEqualTo("1");

        server.disconnectAll();

        assertThat(server.awaitPassed(FaultPoint.OFFER, 2, SOON)).isTrue();
        assertThat(client().doJob("echo", "2").text()).isEqualTo("2");
    }

    @Test
    void countsArePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.at(FaultPoint.GRAB, Fault.drop(), -1, 1))
                .withMessageContaining("-1");
    }
}
