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

        @Job
        void several(T[] values) {}

        @Job
        void bounded(List<? extends T> values) {}

        @Job
        public void visible() {}
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

    /** A public class gets a bridge to what it inherits from one that is not. */
    @Work
    public static class Open extends Base<List<String>> {
        @Override
        void typed(List<String> value) {}
    }

    private final Found found = Found.classes(Worker.class);

    @Test
    void inherited_jobs_count_and_overridden_ones_follow_the_lowest_class() {
        assertThat(found.errors()).isEmpty();
        assertThat(found.worker().jobs())
                .extracting(job -> job.descriptor().name().replaceAll(".*~", ""))
                .containsExactly("bounded", "generic", "inherited", "anew", "several", "typed", "visible");
    }

    @Test
    void an_override_is_known_by_the_types_that_the_worker_gives() {
        assertThat(methodsOf(Open.class)).doesNotContain("typed");
    }

    @Test
    void a_public_job_of_a_class_that_is_not_public_is_inherited_by_one_that_is() {
        assertThat(methodsOf(Open.class)).contains("visible");
    }

    private static List<String> methodsOf(Class<?> type) {
        return Found.classes(type).worker().jobs().stream()
                .map(job -> job.method().name())
                .toList();
    }

    @Test
    void a_type_variable_of_the_base_is_the_worker_s_type() {
        assertThat(type(found, "generic")).isEqualTo("java.util.List<java.lang.Integer>");
        assertThat(type(found, "bounded")).isEqualTo("java.util.List<java.lang.Integer>");
        assertThat(found.job("several").method().signature().parameters()).containsExactly(Integer[].class);
        assertThat(type(Found.classes(Open.class), "several")).isEqualTo("java.util.List<java.lang.String>[]");
    }

    private static String type(Found found, String method) {
        return found.job(method).method().signature().parameters().get(0).getTypeName();
    }
}
