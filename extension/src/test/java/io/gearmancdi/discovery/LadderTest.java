package io.gearmancdi.discovery;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ExceptionPolicy;
import io.gearmancdi.Job;
import io.gearmancdi.LimitPolicy;
import io.gearmancdi.Server;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.Work;
import io.gearmancdi.WorkerSettings;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {

    @Work(
            name = "W",
            timeout = 20,
            iterations = 3,
            defaultMethod = SubmitMethod.HIGH,
            servers = @Server(host = "work", port = 1))
    static class Worker {
        @Job(
                timeout = 10,
                iterations = 0,
                defaultMethod = SubmitMethod.BACKGROUND,
                servers = @Server(host = "::1", port = 2))
        void own() {}

        @Job
        void plain() {}
    }

    @Work(name = "Bare")
    static class Bare {
        @Job
        void plain() {}
    }

    private final Found found = Found.classes(Worker.class);

    private Duration timeoutOf(String method) {
        return found.job(method).descriptor().settings().timeout();
    }

    @Nested
    class Timeout_of_a_job {

        @Test
        void comes_from_its_own_key_first() {
            found.with("gearman.jobs.W~own.timeout", "PT1M").with("gearman.workers.W.timeout", "5");
            assertThat(timeoutOf("own")).isEqualTo(ofSeconds(60));
        }

        @Test
        void then_from_its_annotation() {
            found.with("gearman.workers.W.timeout", "5");
            assertThat(timeoutOf("own")).isEqualTo(ofSeconds(10));
        }

        @Test
        void then_from_its_worker_s_key() {
            found.with("gearman.workers.W.timeout", "5").with("gearman.defaults.timeout", "6");
            assertThat(timeoutOf("plain")).isEqualTo(ofSeconds(5));
        }

        @Test
        void then_from_its_worker_s_annotation() {
            found.with("gearman.defaults.timeout", "6");
            assertThat(timeoutOf("plain")).isEqualTo(ofSeconds(20));
        }

        @Test
        void then_from_the_defaults() {
            var bare = Found.classes(Bare.class).with("gearman.defaults.timeout", "6");
            assertThat(bare.job("plain").descriptor().settings().timeout()).isEqualTo(ofSeconds(6));
        }

        @Test
        void is_built_in_last() {
            assertThat(Found.classes(Bare.class)
                            .job("plain")
                            .descriptor()
                            .settings()
                            .timeout())
                    .isEqualTo(Duration.ZERO);
        }
    }

    @Work(name = "Endless", iterations = 0, minimumExecutionTime = 0, timeout = 0, executionTimeout = 0)
    static class OfTheWorker {
        @Job
        void plain() {}
    }

    @Work(name = "Endless", iterations = 9, minimumExecutionTime = 9, timeout = 9, executionTimeout = 9)
    static class OfTheJob {
        @Job(iterations = 0, minimumExecutionTime = 0, timeout = 0, executionTimeout = 0)
        void plain() {}
    }

    @ParameterizedTest
    @ValueSource(classes = {OfTheWorker.class, OfTheJob.class})
    void zero_is_a_value_and_overrides(Class<?> endless) {
        var job = Found.classes(endless)
                .with("gearman.defaults.iterations", "150")
                .with("gearman.defaults.minimum-execution-time", "150")
                .with("gearman.defaults.timeout", "150")
                .with("gearman.defaults.execution-timeout", "150")
                .job("plain");

        assertThat(job.descriptor().settings())
                .returns(0, WorkerSettings::iterations)
                .returns(Duration.ZERO, WorkerSettings::minimumExecutionTime)
                .returns(Duration.ZERO, WorkerSettings::timeout)
                .returns(Duration.ZERO, WorkerSettings::executionTimeout);
    }

    @Test
    void a_quoted_full_name_is_understood() {
        found.with("gearman.workers.\"io.gearmancdi.discovery.W\".concurrency", "4");
        assertThat(found.worker().descriptor().settings().concurrency()).isEqualTo(4);
        assertThat(found.warningCodes()).doesNotContain("GCDI-052");
    }

    @Test
    void the_method_of_a_job_is_its_own_else_its_worker_s_else_the_default() {
        assertThat(found.job("own").descriptor().defaultMethod()).isEqualTo(SubmitMethod.BACKGROUND);
        assertThat(found.job("plain").descriptor().defaultMethod()).isEqualTo(SubmitMethod.HIGH);
        assertThat(Found.classes(Bare.class)
                        .with("gearman.defaults.method", "doLow")
                        .job("plain")
                        .descriptor()
                        .defaultMethod())
                .isEqualTo(SubmitMethod.LOW);
    }

    @Test
    void servers_of_an_annotation_replace_the_others() {
        var worker = new ServerAddress("work", 1);
        var job = new ServerAddress("::1", 2);
        assertThat(found.worker().descriptor().settings().servers()).containsExactly(worker);
        assertThat(found.job("own").descriptor().servers()).containsExactly(job);
        assertThat(found.job("own").descriptor().settings().servers()).containsExactly(job);
        assertThat(found.job("plain").descriptor().servers()).isEmpty();
        assertThat(found.job("plain").descriptor().settings().servers()).containsExactly(worker);
    }

    @Test
    void policies_and_autostart_come_from_configuration() {
        found.with("gearman.defaults.on-limit", "stop")
                .with("gearman.jobs.W~own.on-exception", "fail")
                .with("gearman.workers.W.autostart", "false");
        assertThat(found.worker().descriptor().settings().onLimit()).isEqualTo(LimitPolicy.STOP);
        assertThat(found.worker().descriptor().settings().autostart()).isFalse();
        assertThat(found.worker().descriptor().settings().onException()).isEqualTo(ExceptionPolicy.EXCEPTION);
        assertThat(found.job("own").descriptor().settings().onException()).isEqualTo(ExceptionPolicy.FAIL);
    }
}
