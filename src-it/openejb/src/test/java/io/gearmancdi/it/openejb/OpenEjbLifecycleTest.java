package io.gearmancdi.it.openejb;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.ServerJvm;
import io.gearmancdi.it.ee.SlowJob;
import io.gearmancdi.it.ee.app.Ring;
import jakarta.ejb.embeddable.EJBContainer;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Containers come and go in one process. */
@Timeout(300)
class OpenEjbLifecycleTest {

    private static final int CONTAINERS = 10;

    /** OpenEJB makes a pool of its own as it boots, and leaves it: {@code ThreadSingletonServiceImpl}. */
    private static final String OF_OPENEJB = "-cdi-fireasync-#";

    private static final TestJobServer JOB_SERVER = TestJobServer.start();
    private static final Map<String, String> SETTINGS = AppSettings.on(JOB_SERVER.address());

    @BeforeAll
    static void configure() {
        SETTINGS.forEach(System::setProperty);
    }

    @AfterAll
    static void stop() {
        SETTINGS.keySet().forEach(System::clearProperty);
        JOB_SERVER.close();
    }

    @Test
    void a_job_that_runs_when_the_container_closes_ends_and_its_caller_gets_the_result() throws Exception {
        var container = EJBContainer.createEJBContainer();
        try (var job = SlowJob.begunOn(JOB_SERVER.address())) {
            container.close();
            assertThat(job.result()).isEqualTo("drained");
        }
    }

    @Test
    void ten_containers_leave_no_library_no_thread_and_no_connection() throws Exception {
        // What is made for the first one stays, for those that follow
        visit();
        var before = ServerJvm.ofThis().footprint();
        for (int i = 0; i < CONTAINERS; i++) {
            visit();
        }
        assertThat(ServerJvm.ofThis().footprint().grownSince(before, CONTAINERS))
                .isSubsetOf(OF_OPENEJB);
        assertThat(ServerJvm.ofThis().threadsOfTheLibrary()).isEmpty();
        assertThat(JOB_SERVER.table("workers"))
                .as("the asking connection alone")
                .hasSize(1);
    }

    private static void visit() throws Exception {
        try (var container = EJBContainer.createEJBContainer()) {
            assertThat(container).isNotNull();
            assertThat(CDI.current().select(Ring.class).get().answer()).isEqualTo(Ring.ANSWER);
        }
    }
}
