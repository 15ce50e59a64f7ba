package io.gearmancdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class InheritanceTest {

    abstract static class Base<T> {
        @Job
        void inherited() {}

        @Job
        void overridden() {}

        @Job
        void renamed() {}

        @Job
        void typed(T value) {}

        @Job
        void generic(List<T> values) {}
    }

    @Work
    static class Worker extends Base<Integer> {
        @Override
        void overridden() {}

        @Job(name = "anew")
        @Override
        void renamed() {}

        @Override
        @Job
        void typed(Integer value) {}
    }

    private final Found found = Found.classes(Worker.class);

    @Test
    void inherited_jobs_count_and_overridden_ones_follow_the_lowest_class() {
        assertThat(found.errors()).isEmpty();
        assertThat(found.worker().jobs())
                .extracting(job -> job.descriptor().name().replaceAll(".*~", ""))
                .containsExactlyInAnyOrder("inherited", "anew", "typed", "generic");
    }

    @Test
    void a_type_variable_of_the_base_is_the_worker_s_type() {
        assertThat(found.job("generic").signature().parameters().get(0).getTypeName())
                .isEqualTo("java.util.List<java.lang.Integer>");
    }
}
