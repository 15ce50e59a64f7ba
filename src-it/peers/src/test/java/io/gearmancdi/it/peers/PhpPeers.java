package io.gearmancdi.it.peers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobResult;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.it.JobServerKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients in PHP and in Java see the same of a worker in PHP and of one in Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class PhpPeers {

    private static final String TEXT = "616263";
    private static final String EVERY_KIND_OF_BYTE = "00ff0a0d007f80";
    private static final String MEBIBYTE = "@1048576";

    /** What PHP sees of a worker in PHP, as it was seen on gearmand. */
    private static final Map<String, List<String>> CALLS = Map.of(
            "success", List.of("end 0 3:636261"),
            "empty", List.of("end 0 0:"),
            "nothing", List.of("end 0 0:"),
            "fail", List.of("end 24 0:"),
            "exception", List.of("end 23 0:"),
            "data", List.of("end 0 11:6f6e652074776f20656e64"),
            "warning", List.of("end 0 3:656e64"),
            "status", List.of("end 0 3:656e64"));

    private final JobServerKind kind;
    private final Seen seen = new Seen();
    private @Nullable Sides sides;

    PhpPeers(JobServerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() {
        sides = Sides.on(kind, seen);
    }

    @AfterAll
    void stop() {
        if (sides != null) {
            sides.close();
        }
    }

    private Sides sides() {
        return Objects.requireNonNull(sides);
    }

    private List<String> php(String function, String workload, String method) throws InterruptedException {
        return Php.run("client.php", sides().server.address(), function, workload, method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "empty", "nothing", "fail", "exception", "data", "warning", "status"})
    void a_call_in_php_sees_of_java_what_it_sees_of_php(String job) throws InterruptedException {
        assertThat(php("php." + job, TEXT, "call")).isEqualTo(CALLS.get(job));
        assertThat(php("java." + job, TEXT, "call")).isEqualTo(CALLS.get(job));
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "empty", "nothing", "fail", "exception", "data", "warning", "status"})
    void the_callbacks_of_php_hear_of_java_what_they_hear_of_php(String job) throws InterruptedException {
        var ofPhp = php("php." + job, TEXT, "task");
        assertThat(ofPhp).hasSizeGreaterThanOrEqualTo(3).startsWith("created").endsWith("ran true 0");
        assertThat(php("java." + job, TEXT, "task")).isEqualTo(ofPhp);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVERY_KIND_OF_BYTE, MEBIBYTE})
    void bytes_of_php_go_through_java_unharmed(String workload) throws InterruptedException {
        var ofPhp = php("php.bytes", workload, "call");
        assertThat(ofPhp).hasSize(1).first().asString().startsWith("end 0 ");
        assertThat(php("java.bytes", workload, "call")).isEqualTo(ofPhp);
        assertThat(php("java.bytes", workload, "task")).isEqualTo(php("php.bytes", workload, "task"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "empty", "nothing", "fail", "exception", "data", "warning", "status"})
    void a_client_in_java_sees_of_php_what_it_sees_of_java(String job) {
        var ofPhp = java("php." + job);
        assertThat(ofPhp).hasSizeGreaterThanOrEqualTo(3);
        assertThat(java("java." + job)).isEqualTo(ofPhp);
    }

    private List<String> java(String function) {
        seen.taken();
        var result = sides().gearman.client().foreign().doJob(function, "abc");
        var lines = new ArrayList<>(seen.taken());
        lines.add(result.returnCode().code() + " " + (result.isSuccess() ? result.text() : ""));
        return lines;
    }

    @Test
    void a_client_in_java_hears_what_a_worker_in_php_sends() {
        assertThat(java("php.data")).containsExactly("created", "data one ", "data two ", "complete", "0 one two end");
        assertThat(java("php.warning")).containsExactly("created", "warning careful", "complete", "0 end");
        assertThat(java("php.status")).containsExactly("created", "status 1 4", "status 4 4", "complete", "0 end");
        assertThat(java("php.fail")).containsExactly("created", "fail", "24 ");
        assertThat(java("php.exception")).containsExactly("created", "exception", "23 ");
    }

    @Test
    void bytes_of_java_go_through_php_unharmed() {
        var workload = new byte[1024 * 1024];
        for (int i = 0; i < workload.length; i++) {
            workload[i] = (byte) (i * 31);
        }
        JobResult result = sides().gearman.client().foreign().doJob("php.bytes", workload);
        assertThat(result.returnCode()).isEqualTo(ReturnCode.SUCCESS);
        assertThat(Arrays.equals(result.bytes(), workload)).isTrue();
    }

    @Test
    void what_php_says_is_true_or_false_reaches_java_as_its_text() {
        var client = sides().gearman.client().foreign();
        assertThat(client.doJob("php.true", null).bytes()).isEqualTo("1".getBytes(ISO_8859_1));
        assertThat(client.doJob("php.false", null).bytes()).isEmpty();
    }
}
