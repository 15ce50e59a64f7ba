package io.gearmancdi.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.Http;
import io.gearmancdi.it.wildfly.ear.first.First;
import io.gearmancdi.it.wildfly.ear.second.Second;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** The library in EAR/lib, workers in two web modules. */
@ArquillianTest
@RunAsClient
class WildFlyEarIT {

    private static final TestJobServer JOB_SERVER = TestJobServer.start();

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        var settings = Map.of("gearman.servers", JOB_SERVER.address().toString());
        return ShrinkWrap.create(EnterpriseArchive.class, "shop.ear")
                .addAsLibraries(EeArchives.library())
                .addAsLibrary(EeArchives.settings("settings.jar", settings))
                .addAsModule(EeArchives.war("first.war", Map.of()).addPackage(First.class.getPackage()))
                .addAsModule(EeArchives.war("second.war", Map.of()).addPackage(Second.class.getPackage()));
    }

    @Test
    void a_servlet_of_one_module_calls_a_worker_of_the_other() throws Exception {
        assertThat(Http.get(Integer.getInteger("port.http"), "/second/greet")).isEqualTo("Hello, Ada");
    }

    @Test
    void workers_of_every_module_run_on_the_managed_executor() {
        try (var gearman =
                Gearman.builder().servers(List.of(JOB_SERVER.address())).build()) {
            assertThat(gearman.client()
                            .foreign()
                            .doJob("io.gearmancdi.it.wildfly.ear.second.Second~thread", null)
                            .text())
                    .startsWith("EE-ManagedExecutorService-default-Thread-");
        }
    }
}
