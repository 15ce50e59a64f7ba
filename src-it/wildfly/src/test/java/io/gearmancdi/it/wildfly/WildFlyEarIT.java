package io.gearmancdi.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobResult;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.Http;
import io.gearmancdi.it.wildfly.ear.first.First;
import io.gearmancdi.it.wildfly.ear.second.Second;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library in EAR/lib, workers in two web modules. */
@ArquillianTest
@RunAsClient
class WildFlyEarIT {

    private static final int JOBS_OF_A_TURN = 10;
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

    private static JobResult call(String job, String workload) {
        try (var gearman =
                Gearman.builder().servers(List.of(JOB_SERVER.address())).build()) {
            return gearman.client().foreign().doJob("io.gearmancdi.it.wildfly.ear.second.Second~" + job, workload);
        }
    }

    @Test
    void workers_of_every_module_run_on_the_managed_executor() {
        assertThat(call("thread", "").text()).startsWith("EE-ManagedExecutorService-default-Thread-");
    }

    @Test
    void a_job_sees_the_classes_of_its_module() {
        assertThat(call("seesItsModule", "").text()).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "java:app/AppName, not found",
        "java:module/ModuleName, not found",
        "java:comp/UserTransaction, not found",
        "java:jboss/UserTransaction, found"
    })
    void a_job_finds_the_names_of_no_module(String name, String expected) {
        assertThat(call("find", name).text()).isEqualTo(expected);
    }

    @Test
    void a_transaction_that_a_job_leaves_open_is_rolled_back_before_the_next_job() {
        for (int i = 0; i < JOBS_OF_A_TURN; i++) {
            assertThat(call("begin", "").returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
            assertThat(call("status", "").text()).isEqualTo(String.valueOf(Status.STATUS_NO_TRANSACTION));
        }
    }
}
