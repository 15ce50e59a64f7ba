package io.gearmancdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.Server;
import io.gearmancdi.Work;
import io.gearmancdi.discovery.ClassView.Kind;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValidationTest {

    @Work(iterations = -7)
    static class Wrong {
        @Job
        @SuppressWarnings("UnusedMethod")
        private void hidden() {}

        @Job
        static void shared() {}

        @Job
        void two(String one, String other) {}

        @Job
        <T> void open(T value) {}

        @Job(name = "a b")
        void blank() {}
    }

    @Work
    static class Twin {
        @Job
        void ping() {}

        @Job
        void ping(String text) {}
    }

    @Work
    static class Right {
        @Job
        void nothing() {}

        @Job
        void job(GearmanJob job) {}

        @Job
        void generic(List<String> texts) {}

        @Job
        void both(GearmanJob job, int number) {}

        @Job
        void bothTurned(byte[] bytes, GearmanJob job) {}
    }

    static class NoWork {
        @Job
        void lost() {}
    }

    @Work
    static class Idle {}

    @Work
    static class Elsewhere {
        @Job(servers = @Server(host = "far"))
        void away() {}
    }

    @Test
    void every_problem_of_a_class_is_found_at_once() {
        assertThat(Found.classes(Wrong.class)
                        .with("gearman.defaults.timeout", "soon")
                        .errorCodes())
                .containsExactlyInAnyOrder(
                        "GCDI-001", "GCDI-002", "GCDI-003", "GCDI-003", "GCDI-005", "GCDI-006", "GCDI-006");
    }

    @Test
    void a_problem_names_the_method_the_reason_and_the_mend() {
        assertThat(Found.classes(Wrong.class).errors())
                .anySatisfy(problem -> assertThat(problem.toString())
                        .isEqualTo("GCDI-001 " + Wrong.class.getName()
                                + ".hidden(): a @Job method is private. Make it package-private or wider"));
    }

    @Test
    void all_errors_stand_in_one_report() {
        var problems = new Problems();
        Inspection.inspect(Found.managed(Wrong.class), problems);
        assertThat(problems.report())
                .contains("problems: 4")
                .contains("GCDI-001")
                .contains("GCDI-003");
    }

    @Test
    void all_legal_signatures_are_taken() {
        assertThat(Found.classes(Right.class).errors()).isEmpty();
    }

    @Test
    void two_jobs_with_one_function_are_refused() {
        assertThat(Found.classes(Twin.class).errorCodes()).containsExactly("GCDI-004");
    }

    @Test
    void a_session_bean_is_refused() {
        var plain = Found.managed(Right.class);
        var session = new ClassView(plain.type(), plain.work(), Kind.SESSION, plain.methods());
        assertThat(Found.views(session).errorCodes()).containsExactly("GCDI-007");
    }

    @Test
    void a_job_without_a_worker_is_a_warning() {
        var found = Found.classes(NoWork.class);
        assertThat(found.errors()).isEmpty();
        assertThat(found.warningCodes()).containsExactly("GCDI-051");
    }

    @Test
    void a_worker_without_a_job_is_a_warning() {
        assertThat(Found.classes(Idle.class).warningCodes()).containsExactly("GCDI-054");
    }

    @Test
    void a_job_that_the_client_does_not_reach_is_a_warning() {
        assertThat(Found.classes(Elsewhere.class).warningCodes()).containsExactly("GCDI-053");
        assertThat(Found.classes(Elsewhere.class).with("gearman.servers", "far").warningCodes())
                .isEmpty();
    }

    @Nested
    class An_unknown_key {

        @Test
        void is_a_warning_with_the_nearest_match() {
            assertThat(Found.classes(Right.class)
                            .with("gearman.default.timeout", "1")
                            .warnings())
                    .extracting(Problem::mend)
                    .containsExactly("Did you mean gearman.defaults.timeout?");
        }

        @Test
        void may_be_that_of_a_worker_that_does_not_exist() {
            assertThat(Found.classes(Twin.class)
                            .with("gearman.workers.Twins.timeout", "1")
                            .warnings())
                    .extracting(Problem::mend)
                    .containsExactly("Did you mean gearman.workers.Twin.timeout?");
        }

        @Test
        void is_none_of_other_programs_business() {
            assertThat(Found.classes(Right.class).with("quarkus.gearman", "1").warnings())
                    .isEmpty();
        }
    }
}
