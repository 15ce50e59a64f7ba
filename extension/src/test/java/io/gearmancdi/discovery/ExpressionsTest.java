package io.gearmancdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.Job;
import io.gearmancdi.Server;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.Work;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExpressionsTest {

    @Work(
            name = "${acme.worker}",
            description = "for ${acme.customer:nobody}, ${acme.other:${acme.customer}}",
            service = "${acme.service:}",
            servers = @Server(host = "${acme.host:127.0.0.1}"))
    static class Worker {
        @Job(name = "${acme.job:do}", function = "${acme.function:}", description = "${acme.customer:nobody}'s")
        void work() {}
    }

    private final Found found =
            Found.classes(Worker.class).with("acme.worker", "Works").with("acme.customer", "all");

    @Test
    void configuration_fills_the_texts_of_a_worker() {
        found.with("acme.service", "works").with("acme.host", "jobs.example.com");
        var worker = found.worker().descriptor();
        assertThat(worker.callableName()).isEqualTo("io.gearmancdi.discovery.Works");
        assertThat(worker.description()).isEqualTo("for all, all");
        assertThat(worker.service()).isEqualTo("works");
        assertThat(worker.settings().servers()).containsExactly(new ServerAddress("jobs.example.com", 4730));
    }

    @Test
    void configuration_fills_the_texts_of_a_job() {
        found.with("acme.job", "run").with("acme.function", "exact.run");
        var job = found.job("work").descriptor();
        assertThat(job.name()).isEqualTo("io.gearmancdi.discovery.Works~run");
        assertThat(job.function()).isEqualTo("exact.run");
        assertThat(job.description()).isEqualTo("all's");
    }

    @Test
    void what_nothing_sets_is_what_stands_after_the_colon() {
        assertThat(found.job("work").descriptor().function()).isEqualTo("io.gearmancdi.discovery.Works~do");
        assertThat(found.worker().descriptor().settings().servers())
                .containsExactly(new ServerAddress("127.0.0.1", 4730));
    }

    @Test
    void keys_of_configuration_speak_of_the_name_that_results() {
        found.with("gearman.workers.Works.concurrency", "7").with("gearman.jobs.Works~do.iterations", "8");
        assertThat(found.worker().descriptor().settings().concurrency()).isEqualTo(7);
        assertThat(found.job("work").descriptor().settings().iterations()).isEqualTo(8);
        assertThat(found.warningCodes()).doesNotContain("GCDI-052");
    }

    @Nested
    class Where_nothing_says_what_holds {

        private final Found lacking = Found.classes(Worker.class).with("acme.customer", "all");

        @Test
        void it_is_an_error_with_key_and_place() {
            assertThat(lacking.errors())
                    .extracting(Problem::toString)
                    .containsExactly("GCDI-006 @Work of " + Worker.class.getName()
                            + " (name): nothing sets acme.worker, which it names. Set it, or write"
                            + " ${acme.worker:what holds otherwise}");
        }

        @Test
        void it_is_none_for_a_worker_that_is_not_offered() {
            lacking.with("gearman.bundles.other.name", "org.other");
            assertThat(lacking.errors()).isEmpty();
        }
    }

    @Test
    void text_without_an_expression_stays_as_it_is() {
        var problems = new Problems();
        var expressions =
                new Expressions(new SettingsReader(Settings.of(Map.of()), problems), problems, new HashSet<>());
        for (var text : new String[] {"", "plain", "$5", "{}", "${open", "a}b", "\\d{2}$"}) {
            assertThat(expressions.resolve(text, "here")).isEqualTo(text);
        }
        assertThat(expressions.resolve("${a:1}-${b:${c:2}}-${d:}", "here")).isEqualTo("1-2-");
    }

    @Work(name = "${gearman.own.worker:Own}")
    static class OwnKeys {
        @Job(description = "${gearman.own.text}")
        void work() {}
    }

    @Test
    void a_key_that_an_annotation_names_is_known_whatever_it_begins_with() {
        var own = Found.classes(OwnKeys.class).with("gearman.own.text", "x").with("gearman.own.worker", "Mine");
        assertThat(own.job("work").descriptor().description()).isEqualTo("x");
        assertThat(own.warningCodes()).isEmpty();

        own.with("gearman.own.txt", "y");
        assertThat(own.discovery().workers()).hasSize(1);
        assertThat(own.warningCodes()).containsExactly("GCDI-052");
    }
}
