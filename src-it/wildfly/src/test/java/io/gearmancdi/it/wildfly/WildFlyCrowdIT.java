package io.gearmancdi.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.Http;
import io.gearmancdi.it.wildfly.crowd.Crowd;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Twenty workers on two job servers. The default executor has two threads for each processor, and
 * {@code arquillian.xml} gives the server two processors, whatever the machine has: four threads.
 */
@ArquillianTest
@RunAsClient
class WildFlyCrowdIT {

    private static final List<TestJobServer> JOB_SERVERS = List.of(TestJobServer.start(), TestJobServer.start());

    /** A turn gives its thread back after a second: twenty of them on four threads take five. */
    private static final Duration BOUND = Duration.ofSeconds(15);

    @Deployment(testable = false)
    static WebArchive application() {
        var settings = new HashMap<String, String>();
        settings.put(
                "gearman.servers",
                JOB_SERVERS.get(0).address() + "," + JOB_SERVERS.get(1).address());
        // A worker that has ended a job has the next one, and would keep its thread
        Crowd.workers().forEach(worker -> settings.put("gearman.workers." + worker + ".prefetch", "1"));
        return EeArchives.war("crowd.war", settings)
                .addAsLibraries(EeArchives.library())
                .addPackage(Crowd.class.getPackage());
    }

    @Test
    void idle_workers_leave_the_executor_to_the_application() throws Exception {
        for (var server : JOB_SERVERS) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> server.table("status").size() == Crowd.WORKERS);
        }
        assertThat(task()).isEqualTo("done");
    }

    @Test
    void busy_workers_let_a_task_of_the_application_have_its_turn() throws Exception {
        try (var load = Load.on(JOB_SERVERS, Crowd.functions())) {
            load.awaitEveryFunction();
            long began = System.nanoTime();
            assertThat(task()).isEqualTo("done");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
            load.awaitEveryFunction();
        }
    }

    private static String task() throws Exception {
        return Http.get(Integer.getInteger("port.http"), "/crowd/task");
    }
}
