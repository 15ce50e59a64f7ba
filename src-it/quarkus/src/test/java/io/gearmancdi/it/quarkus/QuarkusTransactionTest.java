package io.gearmancdi.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.ReturnCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** With {@code quarkus-narayana-jta}. */
@QuarkusTest
@QuarkusTestResource(JobServerResource.class)
class QuarkusTransactionTest {

    private static final String BOOKINGS = "io.gearmancdi.it.quarkus.Bookings~";

    @Inject
    GearmanClient client;

    @Inject
    Bookings bookings;

    @Test
    void a_transactional_job_has_committed_when_its_caller_hears_of_the_end() {
        assertThat(client.doJob(BOOKINGS + "book", "one").text()).isEqualTo("one");
        assertThat(bookings.endsOf("one")).containsExactly("one was kept");
    }

    @Test
    void a_transactional_job_that_throws_rolls_back() {
        assertThat(client.doJob(BOOKINGS + "bookAndThrow", "two").returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
        assertThat(bookings.endsOf("two")).containsExactly("two was lost");
    }
}
