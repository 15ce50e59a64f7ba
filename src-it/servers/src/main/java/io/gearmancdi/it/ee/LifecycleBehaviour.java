package io.gearmancdi.it.ee;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.app.Doorbell;
import io.gearmancdi.it.ee.app.Quiet;
import io.gearmancdi.spi.TaskListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application comes and goes while its server stays. */
@ArquillianTest
@RunAsClient
@Timeout(300)
public abstract class LifecycleBehaviour {

    private static final String APPLICATION = "visitor";
    private static final String IDLE = "idle";
    private static final int REDEPLOYS = 10;

    private static final TestJobServer JOB_SERVER = TestJobServer.start();

    @ArquillianResource
    Deployer deployer;

    /** For subclasses. */
    protected LifecycleBehaviour() {}

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return EeArchives.application("visitor.war", JOB_SERVER.address(), EeArchives.library());
    }

    /** The library alone: no worker, nobody who injects a client. */
    @Deployment(name = IDLE, managed = false, testable = false)
    static WebArchive idle() {
        return EeArchives.war("idle.war", Map.of()).addClass(Quiet.class).addAsLibraries(EeArchives.library());
    }

    /** {@return where the server listens for HTTP} */
    protected abstract int port();

    /** {@return the file to which the server logs} */
    protected abstract Path log();

    /** {@return what stands on the command line of the server alone} */
    protected abstract String commandLine();

    /** {@return how many of ten applications the server itself may hold} */
    protected int heldByTheServer() {
        return 0;
    }

    @Test
    void an_application_without_workers_starts_and_ends() throws Exception {
        deployer.deploy(IDLE);
        deployer.undeploy(IDLE);
        assertThat(Files.readString(log())).contains("GCDI-101 Gearman has 0 workers");
    }

    @Test
    void the_executor_is_named_in_the_log() throws Exception {
        deployer.deploy(APPLICATION);
        deployer.undeploy(APPLICATION);
        assertThat(Files.readString(log()))
                .contains("jobs run on the executor java:comp/DefaultManagedExecutorService")
                .contains("GCDI-102 Gearman has stopped");
    }

    @Test
    void a_job_that_runs_at_the_undeployment_ends_and_its_caller_gets_the_result() throws Exception {
        deployer.deploy(APPLICATION);
        var begun = new CountDownLatch(1);
        try (var gearman = Gearman.builder()
                .servers(List.of(JOB_SERVER.address()))
                .taskListener(new Statuses(begun))
                .build()) {
            var result = gearman.client()
                    .foreign()
                    .doJobAsync("it-io.gearmancdi.it.ee.app.Slow~untilTheDrain", null)
                    .toCompletableFuture();
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            deployer.undeploy(APPLICATION);
            assertThat(result.get(60, TimeUnit.SECONDS).text()).isEqualTo("drained");
        }
    }

    /**
     * What was deployed is held by the last of its kind until another one comes: by the JDK the record that was linked
     * last ({@code java.lang.runtime.ObjectMethods.OBJECT_EQ}, the field {@code asTypeCache}), by WildFly's parked
     * threads the request that each had last, and by Open Liberty the application behind every open HTTP connection
     * ({@code InboundVirtualConnectionImpl.stateStore}). So another application comes, and is asked until nobody but the
     * server holds one of the ten.
     */
    @Test
    void ten_deployments_leave_no_class_loader_no_thread_and_no_connection() throws Exception {
        var server = ServerJvm.with(commandLine());
        for (int i = 0; i < REDEPLOYS; i++) {
            deployer.deploy(APPLICATION);
            assertThat(Http.get(port(), "/visitor/ring")).isEqualTo("word 320 true");
            assertThat(server.loaded(Doorbell.class)).as("the tool sees it").isNotEmpty();
            deployer.undeploy(APPLICATION);
        }
        assertThat(server.threadsInTheLibrary()).isEmpty();
        assertThat(JOB_SERVER.table("workers"))
                .as("the asking connection alone")
                .hasSize(1);
        deployer.deploy(IDLE);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        assertThat(Http.get(port(), "/idle/quiet")).isEqualTo("false false Last[name=one]");
                        assertThat(server.loaded(Doorbell.class)).hasSizeLessThanOrEqualTo(heldByTheServer());
                    });
        } finally {
            deployer.undeploy(IDLE);
        }
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
