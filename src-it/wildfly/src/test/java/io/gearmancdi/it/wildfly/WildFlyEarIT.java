package io.gearmancdi.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobResult;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.Http;
import jakarta.transaction.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The library in EAR/lib, workers in two web modules. */
@ArquillianTest
@RunAsClient
class WildFlyEarIT {

    private static final int JOBS_OF_A_TURN = 10;
    private static final TestJobServer JOB_SERVER = TestJobServer.start();
    private static final String FIRST = "io.gearmancdi.it.wildfly.ear.first.First~";
    private static final String SECOND = "io.gearmancdi.it.wildfly.ear.second.Second~";

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return Shop.on(JOB_SERVER.address());
    }

    @Test
    void a_servlet_of_one_module_calls_a_worker_of_the_other_with_text_and_with_json() throws Exception {
        assertThat(get("/second/greet")).isEqualTo(Shop.ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/first/heard", "/second/heard"})
    void observers_of_every_module_hear_of_a_call(String page) throws Exception {
        assertThat(get("/second/greet")).isNotEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(page).split(", "))
                        .contains("in turn " + FIRST + "greet", "later " + FIRST + "greet"));
    }

    @Test
    void workers_of_every_module_run_on_the_managed_executor() {
        assertThat(call(SECOND + "thread", "").text()).startsWith("EE-ManagedExecutorService-default-Thread-");
    }

    @Test
    void jobs_see_the_classes_of_their_module() {
        assertThat(call(FIRST + "seesItsModule", "").text()).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "java:app/AppName, not found",
        "java:module/ModuleName, not found",
        "java:comp/UserTransaction, not found",
        "java:jboss/UserTransaction, found"
    })
    void a_job_finds_the_names_of_no_module(String name, String expected) {
        assertThat(call(SECOND + "find", name).text()).isEqualTo(expected);
    }

    @Test
    void a_transaction_that_a_job_leaves_open_is_rolled_back_before_the_next_job() {
        for (int i = 0; i < JOBS_OF_A_TURN; i++) {
            assertThat(call(SECOND + "begin", "").returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
            assertThat(call(SECOND + "status", "").text()).isEqualTo(String.valueOf(Status.STATUS_NO_TRANSACTION));
        }
    }

    private static String get(String page) throws IOException {
        return Http.get(Integer.getInteger("port.http"), page);
    }

    private static JobResult call(String function, String workload) {
        try (var gearman =
                Gearman.builder().servers(List.of(JOB_SERVER.address())).build()) {
            return gearman.client().foreign().doJob(function, workload);
        }
    }
}
