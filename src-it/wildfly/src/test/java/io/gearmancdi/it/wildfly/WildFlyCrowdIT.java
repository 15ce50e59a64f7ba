package io.gearmancdi.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.Http;
import io.gearmancdi.it.wildfly.crowd.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Twenty workers on two job servers: the default executor has two threads for each processor. */
@ArquillianTest
@RunAsClient
class WildFlyCrowdIT {

    private static final List<TestJobServer> JOB_SERVERS = List.of(TestJobServer.start(), TestJobServer.start());

    @Deployment(testable = false)
    static WebArchive application() {
        var servers = JOB_SERVERS.get(0).address() + "," + JOB_SERVERS.get(1).address();
        return EeArchives.war("crowd.war", Map.of("gearman.servers", servers))
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
        assertThat(Http.get(Integer.getInteger("port.http"), "/crowd/task")).isEqualTo("done");
    }

    @Test
    void every_worker_serves_both_servers() {
        for (var server : JOB_SERVERS) {
            try (var gearman =
                    Gearman.builder().servers(List.of(server.address())).build()) {
                for (int i = 0; i < Crowd.WORKERS; i++) {
                    assertThat(gearman.client()
                                    .foreign()
                                    .doJob("crowd-" + i, "here")
                                    .text())
                            .isEqualTo("here");
                }
            }
        }
    }
}
