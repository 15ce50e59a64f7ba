package io.gearmancdi.it.runtimes;

import static io.gearmancdi.it.runtimes.Reports.PASSES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** README's table of runtimes is made from the reports; {@code -Druntimes.write=true} writes it. */
class RuntimeTableIT {

    private static final Path MODULES = Path.of("..");
    private static final Path README = Path.of("..", "..", "README.adoc");
    private static final String HEAD =
            "[cols=\"3,3,2,3,2\"]\n|===\n|Runtime |Extension |Executor |Configuration |Result\n\n";
    private static final String END = "|===\n";
    /** What a build that runs the others says that it has no time for. */
    private static final List<String> LEFT_OUT =
            List.of(System.getProperty("runtimes.left.out", "").split(",", -1));

    @Test
    void the_readme_says_what_the_reports_say() throws Exception {
        var readme = Files.readString(README);
        var table = table(readme);
        if (Boolean.getBoolean("runtimes.write")) {
            Files.writeString(README, written(readme, table));
        }
        assertThat(Files.readString(README)).contains(table);
    }

    @Test
    void extension_executor_and_configuration_are_those_that_the_runtimes_have_logged() throws Exception {
        for (var runtime : runtimes()) {
            var target = MODULES.resolve(runtime.module()).resolve("target");
            if (!Reports.of(target, runtime.reports()).isEmpty()) {
                var starts = Starts.of(target);
                assertThat(runtime.cells())
                        .as(runtime.name())
                        .allSatisfy(cell -> assertThat(starts.notShown(cell)).isEmpty());
            }
        }
    }

    private static String table(String readme) throws Exception {
        var table = new StringBuilder(HEAD);
        for (var runtime : runtimes()) {
            table.append(runtime.text(result(runtime, readme))).append('\n');
        }
        // No empty line before the end
        table.setLength(table.length() - 1);
        return table.append(END).toString();
    }

    /** What a build leaves out it says aloud, and the word of the last build that ran it stands, if there was one. */
    private static String result(Row runtime, String readme) throws Exception {
        var reports = Reports.of(MODULES.resolve(runtime.module()).resolve("target"), runtime.reports());
        if (reports.isEmpty() && mayBeMissing(runtime) && readme.contains(runtime.text(PASSES))) {
            System.out.println("NOT RUN in this build: " + runtime.cells().get(0));
            return PASSES;
        }
        return reports.result(runtime.least());
    }

    private static boolean mayBeMissing(Row runtime) {
        return !runtime.always() && (!Boolean.getBoolean("runtimes.all") || LEFT_OUT.contains(runtime.name()));
    }

    private static List<Row> runtimes() throws IOException {
        return Files.readAllLines(Path.of("target", "test-classes", "runtimes.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::parse)
                .toList();
    }

    private static String written(String readme, String table) {
        int begin = readme.indexOf("[cols=", readme.indexOf("== Tested runtimes"));
        int rows = readme.indexOf("|===\n", begin) + END.length();
        int end = readme.indexOf(END, rows) + END.length();
        return readme.substring(0, begin) + table + readme.substring(end);
    }
}
