package io.gearmancdi.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of what comes from GearmanBundle has a test, and the test exists. */
class ComingFromTest {

    private static final Path PAGE = Sources.ROOT.resolve(Path.of("docs", "guide", "coming-from-gearmanbundle.adoc"));
    private static final Pattern NAMED = Pattern.compile("`(\\w+)(?:#(\\w+))?`");
    private static final int AT_LEAST = 25;

    static List<String> rows() throws IOException {
        var text = Files.readString(PAGE);
        var table = text.substring(text.indexOf("[#rows]"));
        table = table.substring(0, table.indexOf("\n|===\n", table.indexOf("|===") + 4));
        return Arrays.stream(table.split("\n\n")).skip(1).toList();
    }

    @Test
    void there_are_many_rows() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(AT_LEAST);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_names_tests_that_exist(String row) throws IOException {
        var cells = row.strip().split("\n");
        assertThat(cells).as(row).hasSize(3);
        var tests = NAMED.matcher(cells[2]).results().toList();
        assertThat(tests).as(row).isNotEmpty();
        for (var test : tests) {
            var sources = sources(test.group(1));
            assertThat(sources).as("classes %s", test.group(1)).isNotEmpty();
            if (test.group(2) != null) {
                assertThat(sources).as(test.group()).anyMatch(source -> source.contains("void " + test.group(2) + "("));
            }
        }
    }

    private static List<String> sources(String className) {
        return Sources.ending(className + ".java").stream()
                .filter(file -> file.endsWith(className + ".java"))
                .map(ComingFromTest::text)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
