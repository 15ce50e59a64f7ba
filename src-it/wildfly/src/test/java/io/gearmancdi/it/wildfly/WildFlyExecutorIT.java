package io.gearmancdi.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.wildfly.errands.Errands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An executor that the application names; the default one is there as well. */
@ArquillianTest
@RunAsClient
class WildFlyExecutorIT {

    private static final TestJobServer JOB_SERVER = TestJobServer.start();

    @Deployment(testable = false)
    static WebArchive application() {
        var settings = new HashMap<>(AppSettings.on(JOB_SERVER.address()));
        settings.put("gearman.executor.name", Errands.EXECUTOR);
        return EeArchives.war("errands.war", settings)
                .addAsLibraries(EeArchives.library())
                .addPackage(Errands.class.getPackage());
    }

    @Test
    void the_executor_that_is_named_runs_jobs_and_the_log_says_so() throws Exception {
        try (var gearman =
                Gearman.builder().servers(List.of(JOB_SERVER.address())).build()) {
            assertThat(gearman.client()
                            .foreign()
                            .doJob("it-" + Errands.class.getName() + "~thread", null)
                            .text())
                    .startsWith("EE-ManagedExecutorService-")
                    .doesNotContain("-default-");
        }
        var log = Path.of(System.getProperty("wildfly.home"), "standalone", "log", "server.log");
        assertThat(Files.readString(log)).contains("jobs run on the executor " + Errands.EXECUTOR);
    }
}
