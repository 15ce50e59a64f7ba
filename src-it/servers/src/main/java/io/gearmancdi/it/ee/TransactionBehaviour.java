package io.gearmancdi.it.ee;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobHandler;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.it.CdiBehaviour;
import io.gearmancdi.it.Warnings;
import io.gearmancdi.it.ee.app.Outcomes;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import org.junit.jupiter.api.Test;

/** {@link CdiBehaviour}, transactions and class loaders: what a server adds on every kind of thread. */
public abstract class TransactionBehaviour extends CdiBehaviour {

    private static final int JOBS_OF_A_TURN = 10;
    private static final String EE_APP = "io.gearmancdi.it.ee.app.";

    /** For subclasses. */
    protected TransactionBehaviour() {}

    private GearmanClient client() {
        return get(GearmanClient.class);
    }

    private int transactionSeenByAJob() {
        return client().doJob(EE_APP + "Ledger~status", null).as(Integer.class);
    }

    @Test
    void a_job_that_changes_the_loader_of_its_thread_takes_it_from_no_other() {
        for (int i = 0; i < JOBS_OF_A_TURN; i++) {
            assertThat(client().doJob(EE_APP + "Place~losesItsLoader", null).as(Boolean.class))
                    .isTrue();
        }
    }

    @Test
    void a_transactional_job_commits_before_its_answer() {
        var result = client().doJob(EE_APP + "Ledger~book", "kept");
        assertThat(get(Outcomes.class).status("kept")).contains(Status.STATUS_COMMITTED);
        assertThat(result.text()).isEqualTo("kept");
    }

    @Test
    void a_transactional_job_that_throws_rolls_back_before_its_answer() {
        var result = client().doJob(EE_APP + "Ledger~bookAndThrow", "lost");
        assertThat(get(Outcomes.class).status("lost")).contains(Status.STATUS_ROLLEDBACK);
        assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
        assertThat(transactionSeenByAJob()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void a_transaction_that_a_job_leaves_open_is_rolled_back_before_the_next_job() {
        try (var warnings = new Warnings()) {
            for (int i = 0; i < JOBS_OF_A_TURN; i++) {
                assertThat(client().doJob(EE_APP + "Ledger~begin", null).returnCode())
                        .isEqualTo(ReturnCode.WORK_EXCEPTION);
                assertThat(transactionSeenByAJob()).isEqualTo(Status.STATUS_NO_TRANSACTION);
            }
            assertThat(warnings.messages())
                    .filteredOn(message -> message.startsWith("GCDI-106 The job " + EE_APP + "Ledger~begin"))
                    .hasSize(JOBS_OF_A_TURN);
        }
    }

    @Test
    void a_transaction_that_a_function_in_code_leaves_open_is_rolled_back_before_the_next_job() {
        var transaction = get(UserTransaction.class);
        JobHandler handler = job -> {
            transaction.begin();
            return transaction.getStatus();
        };
        try (var warnings = new Warnings();
                var registration = get(GearmanWorkers.class).register("it.open", handler, all -> all)) {
            var name = registration.worker().callableName();
            for (int i = 0; i < JOBS_OF_A_TURN; i++) {
                assertThat(client().foreign().doJob(name, null).returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
                assertThat(transactionSeenByAJob()).isEqualTo(Status.STATUS_NO_TRANSACTION);
            }
            assertThat(warnings.messages())
                    .filteredOn(message -> message.startsWith("GCDI-106 The job " + name))
                    .hasSize(JOBS_OF_A_TURN);
        }
    }

    @Test
    void an_open_transaction_ends_with_a_job_that_throws() {
        assertThat(client().doJob(EE_APP + "Ledger~beginAndThrow", null)
                        .failure()
                        .orElseThrow()
                        .toString())
                .contains("The ledger is closed");
        assertThat(transactionSeenByAJob()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }
}
