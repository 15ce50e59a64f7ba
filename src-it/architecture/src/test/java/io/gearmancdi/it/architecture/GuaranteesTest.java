package io.gearmancdi.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise has its test. */
class GuaranteesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path GUARANTEES = ROOT.resolve("docs/guarantees.adoc");
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

    private static Set<String> tests() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT.resolve("src-it"));
                Stream<Path> ofTheServer = Files.walk(ROOT.resolve("server"))) {
            return Stream.concat(all, ofTheServer)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
