package io.gearmancdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final String HERE = "io.gearmancdi.discovery";

    @Work
    static class Plain {
        @Job
        void ping() {}
    }

    @Work(name = "MyAcmeWorker")
    static class Named {
        @Job(name = "doSomething")
        void testA() {}

        @Job(function = "resize")
        void foreign() {}
    }

    @Test
    void a_worker_without_a_name_is_called_by_its_class() {
        assertThat(Found.classes(Plain.class).workerNames()).containsExactly(HERE + ".NamesTest.Plain");
    }

    @Test
    void a_named_worker_is_called_by_package_and_name() {
        assertThat(Found.classes(Named.class).workerNames()).containsExactly(HERE + ".MyAcmeWorker");
    }

    @Test
    void without_the_namespace_the_name_stands_alone() {
        assertThat(Found.classes(Named.class)
                        .with("gearman.defaults.workers-name-prepend-namespace", "false")
                        .workerNames())
                .containsExactly("MyAcmeWorker");
    }

    @Test
    void one_worker_alone_can_drop_its_namespace() {
        assertThat(Found.classes(Named.class)
                        .with("gearman.workers.MyAcmeWorker.workers-name-prepend-namespace", "false")
                        .workerNames())
                .containsExactly("MyAcmeWorker");
    }

    @Test
    void without_the_namespace_a_nameless_worker_keeps_its_full_class_name() {
        assertThat(Found.classes(Plain.class)
                        .with("gearman.defaults.workers-name-prepend-namespace", "false")
                        .workerNames())
                .containsExactly(HERE + ".NamesTest.Plain");
    }

    @Test
    void a_function_is_the_worker_a_tilde_and_the_job() {
        assertThat(Found.classes(Named.class).job("testA").descriptor().function())
                .isEqualTo(HERE + ".MyAcmeWorker~doSomething");
    }

    @Test
    void a_nameless_job_is_called_by_its_method() {
        assertThat(Found.classes(Plain.class).job("ping").descriptor().name()).endsWith(".Plain~ping");
    }

    @Test
    void the_prefix_stands_before_functions_but_not_before_names() {
        var job = Found.classes(Plain.class)
                .with("gearman.defaults.job-prefix", "test-")
                .job("ping")
                .descriptor();
        assertThat(job.function()).isEqualTo("test-" + job.name());
    }

    @Test
    void an_exact_function_gets_neither_prefix_nor_worker() {
        var job = Found.classes(Named.class)
                .with("gearman.defaults.job-prefix", "test-")
                .job("foreign")
                .descriptor();
        assertThat(job.function()).isEqualTo("resize");
        assertThat(job.name()).isEqualTo(HERE + ".MyAcmeWorker~foreign");
    }
}
