package io.gearmancdi.it.runtimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a row of the table of runtimes another one than the README has. */
class ReportsIT {

    @TempDir
    Path target;

    @Test
    void all_that_is_wanted_passes() throws Exception {
        report("surefire-reports", "ATest", 3, 0, 0, 0);
        report("failsafe-reports", "BIT", 2, 0, 0, 0);

        assertThat(result("", 5)).isEqualTo("passes");
    }

    @Test
    void no_report_has_not_run() throws Exception {
        assertThat(result("", 1)).isEqualTo("not run");
    }

    @Test
    void the_report_of_another_run_of_the_module_counts_for_nothing() throws Exception {
        report("surefire-reports", "ATest", 3, 0, 0, 0);

        assertThat(result("gearmand", 3)).isEqualTo("not run");

        report("gearmand-reports", "ATest", 4, 1, 0, 0);
        assertThat(result("gearmand", 3)).isEqualTo("fails");
        assertThat(result("", 3)).isEqualTo("passes");
    }

    @Test
    void one_failure_fails() throws Exception {
        report("surefire-reports", "ATest", 3, 0, 0, 0);
        report("failsafe-reports", "BIT", 3, 1, 0, 0);

        assertThat(result("", 3)).isEqualTo("fails");
    }

    @Test
    void one_error_fails() throws Exception {
        report("failsafe-reports", "BIT", 3, 0, 1, 0);

        assertThat(result("", 3)).isEqualTo("fails");
    }

    @Test
    void a_test_that_was_skipped_is_told() throws Exception {
        report("surefire-reports", "ATest", 3, 0, 0, 1);

        assertThat(result("", 3)).isEqualTo("passes, with tests left out");
    }

    @Test
    void fewer_tests_than_stated_are_told() throws Exception {
        report("surefire-reports", "ATest", 3, 0, 0, 0);

        assertThat(result("", 4)).isEqualTo("only 3 of 4 tests");
    }

    private String result(String which, int least) throws Exception {
        return Reports.of(target, which).result(least);
    }

    private void report(String folder, String name, int tests, int failures, int errors, int skipped)
            throws IOException {
        var file = Files.createDirectories(target.resolve(folder)).resolve("TEST-" + name + ".xml");
        Files.writeString(
                file,
                "<testsuite tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\"/>"
                        .formatted(tests, failures, errors, skipped));
    }
}
