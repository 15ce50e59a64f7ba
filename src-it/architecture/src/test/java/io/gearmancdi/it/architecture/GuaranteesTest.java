package io.gearmancdi.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise has its test. */
class GuaranteesTest {

    private static final List<Path> TESTED = List.of(Sources.ROOT.resolve("src-it"), Sources.ROOT.resolve("server"));
    private static final Path GUARANTEES = Sources.ROOT.resolve("docs/guarantees.adoc");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern PROMISE = Pattern.compile("(?m)^\\|(\\d*)\\n\\|.+\\n\\|(.+)$");
    private static final int PROMISES = 11;

    @Test
    void all_promises_are_there() throws IOException {
        var numbers = PROMISE.matcher(Files.readString(GUARANTEES))
                .results()
                .map(row -> row.group(1))
                .filter(number -> !number.isEmpty());

        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, PROMISES)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void every_promise_names_its_tests_and_they_exist() throws IOException {
        var tests = tests();

        assertThat(PROMISE.matcher(Files.readString(GUARANTEES)).results().map(row -> row.group(2)))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(TEST.matcher(cell).results().map(name -> name.group(1)))
                        .as(cell)
                        .isNotEmpty()
                        .allMatch(tests::contains));
    }

    private static Set<String> tests() {
        return Stream.concat(Sources.ending("Test.java").stream(), Sources.ending("IT.java").stream())
                .filter(file -> TESTED.stream().anyMatch(file::startsWith))
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .collect(Collectors.toSet());
    }
}
