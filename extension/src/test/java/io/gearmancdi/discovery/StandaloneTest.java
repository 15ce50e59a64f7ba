package io.gearmancdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.Job;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.Work;
import org.junit.jupiter.api.Test;

class StandaloneTest {

    private static final String WORKER = "io.gearmancdi.discovery.Both";

    @Work(name = "Both", iterations = 3)
    static class Both {
        @Job(iterations = 9, description = "by itself")
        void alone() {}

        @Job
        void together() {}
    }

    private final Found found = Found.classes(Both.class).with("gearman.jobs.Both~alone.standalone", "true");

    @Test
    void a_standalone_job_is_a_worker_of_its_own_under_its_own_limits() {
        assertThat(found.workerNames()).containsExactly(WORKER, WORKER + "~alone");
        var alone = found.discovery().workers().get(1).descriptor();
        assertThat(alone.settings().iterations()).isEqualTo(9);
        assertThat(alone.description()).isEqualTo("by itself");
        assertThat(alone.jobs()).extracting(JobDescriptor::name).containsExactly(WORKER + "~alone");
    }

    @Test
    void its_worker_offers_the_other_jobs_only() {
        var worker = found.discovery().workers().get(0).descriptor();
        assertThat(worker.settings().iterations()).isEqualTo(3);
        assertThat(worker.jobs()).extracting(JobDescriptor::name).containsExactly(WORKER + "~together");
    }

    @Test
    void a_worker_all_of_whose_jobs_stand_alone_is_gone() {
        found.with("gearman.jobs.Both~together.standalone", "yes");
        assertThat(found.workerNames()).containsExactly(WORKER + "~alone", WORKER + "~together");
    }

    @Test
    void its_keys_are_known() {
        found.with("gearman.jobs.Both~alone.timeout", "5");
        assertThat(found.warnings()).isEmpty();
        assertThat(found.errors()).isEmpty();
    }
}
