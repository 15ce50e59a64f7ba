package io.gearmancdi.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who finds a line of a log finds what it means: its number stands for one thing, and the documentation names no other.
 */
class LogNumbersTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern LOGGED = Pattern.compile("\"((?:GCDR|GCDI)-\\d{3}|GCS\\d{3}) ");
    private static final Pattern NAMED = Pattern.compile("`((?:GCDR|GCDI)-\\d{3}|GCS\\d{3})`");

    @Test
    void a_number_stands_for_one_line() {
        assertThat(logged()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    @Test
    void operators_are_told_of_lines_that_exist() {
        var known = logged().collect(Collectors.toSet());

        assertThat(numbers(NAMED, ROOT.resolve("docs/operations.adoc")))
                .hasSizeGreaterThan(10)
                .isSubsetOf(known);
    }

    private static Stream<String> logged() {
        return Stream.of("driver", "extension", "server").flatMap(LogNumbersTest::loggedBy);
    }

    private static Stream<String> loggedBy(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> numbers(LOGGED, file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> numbers(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
