package io.gearmancdi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.driver.Gearman;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a server misbehaves is where its client and its worker notice. */
@Timeout(120)
class FaultPointsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JobOption SHORTLY = JobOption.timeout(Duration.ofMillis(500));

    private ScriptedServer server;
    private Gearman gearman;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start();
        gearman = Gearman.builder()
                .servers(List.of(server.address()))
                .reconnectDelay(Duration.ofMillis(10), Duration.ofMillis(100))
                .heartbeat(Duration.ofMillis(200))
                .clientTimeout(Duration.ofSeconds(2))
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

    /** Sends one piece of data before its result. */
    private void worker() {
        gearman.workers()
                .register(
                        "echo",
                        job -> {
                            job.sendData("piece");
                            return job.bytes();
                        },
                        all -> all);
    }

    @ParameterizedTest
    @EnumSource
    void isPassedInTheLifeOfAJob(FaultPoint point) throws InterruptedException {
        worker();
        assertThat(server.awaitPassed(FaultPoint.NO_JOB, 1, SOON)).isTrue();

        var handle = client().doJob("echo", "x").handle();
        client().getJobStatus(handle);

        assertThat(server.awaitPassed(point, 1, SOON)).isTrue();
    }

    @Test
    void aWorkerThatLosesItsServerAsItAsksForAJobComesBack() {
        server.at(FaultPoint.GRAB, Fault.close());
        worker();

        assertThat(client().doJob("echo", "x").isSuccess()).isTrue();

        assertThat(server.passed(FaultPoint.OFFER)).isEqualTo(2);
    }

    @Test
    void aJobWhoseAssignmentIsLostIsAssignedAgain() {
        server.at(FaultPoint.ASSIGNMENT, Fault.close());
        worker();

        assertThat(client().doJob("echo", "x").isSuccess()).isTrue();

        assertThat(server.passed(FaultPoint.ASSIGNMENT)).isEqualTo(2);
    }

    @Test
    void whatIsNotOfferedIsNotDone() {
        server.always(FaultPoint.OFFER, Fault.drop());
        worker();

        assertThatThrownBy(() -> client().doJob("echo", "x", SHORTLY)).isInstanceOf(JobTimeoutException.class);
    }

    @Test
    void aReportMayBeLostOnItsWayToTheServer() {
        server.at(FaultPoint.REPORT, Fault.drop());
        worker();

        assertThat(client().doJob("echo", "x").data()).isEmpty();

        assertThat(server.passed(FaultPoint.UPDATE)).isZero();
    }

    @Test
    void anUpdateMayComeTwice() {
        server.at(FaultPoint.UPDATE, Fault.repeat());
        worker();

        assertThat(client().doJob("echo", "x").data()).hasSize(2);

        assertThat(server.passed(FaultPoint.REPORT)).isEqualTo(1);
    }

    @Test
    void aResultMayBeLostOnItsWayToTheServer() {
        server.at(FaultPoint.RESULT, Fault.drop());
        worker();

        assertThatThrownBy(() -> client().doJob("echo", "x", SHORTLY)).isInstanceOf(JobTimeoutException.class);

        assertThat(server.passed(FaultPoint.OUTCOME)).isZero();
    }

    @Test
    void whoHearsNoHeartbeatConnectsAgain() throws InterruptedException {
        server.at(FaultPoint.HEARTBEAT, Fault.drop());
        worker();

        assertThat(server.awaitPassed(FaultPoint.OFFER, 2, SOON)).isTrue();
    }

    @Test
    void anOptionMayBeRefused() {
        server.always(FaultPoint.OPTION, Fault.error("UNKNOWN_OPTION", "No such option"));
        worker();

        assertThat(client().doJob("echo", "x").isSuccess()).isTrue();
    }

    @Test
    void aQuestionForTheStatusMayBeLostAndIsAskedAgain() {
        worker();
        var handle = client().doJob("echo", "x").handle();
        server.at(FaultPoint.STATUS_REQUEST, Fault.close());

        assertThat(client().getJobStatus(handle).isRunning()).isFalse();

        assertThat(server.passed(FaultPoint.STATUS_REQUEST)).isEqualTo(2);
    }
}
