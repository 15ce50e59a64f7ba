package io.gearmancdi.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.discovery.KeyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the guide and the code name the same keys. */
class GuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "configuration.adoc");
    private static final Pattern ROW = Pattern.compile("\\|`([^`]+)`\\n\\|(?:`([^`]*)`|–)\\n\\|(.*)\\n(?:\\|(.*)\\n)?");
    private static final Map<String, String> LEVELS = Map.of(
            "all", "gearman.defaults.",
            "worker", "gearman.workers.<name>.",
            "job", "gearman.jobs.<name>.");

    @Test
    void every_key_is_in_the_guide_and_no_other() throws IOException {
        var written = Stream.concat(
                        rows("[#keys]").map(row -> row.get(0)),
                        rows("[#attributes]").flatMap(GuideTest::expanded))
                .toList();

        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(
                        KeyTable.entries().stream().map(KeyTable.Entry::pattern).toList());
    }

    @Test
    void built_in_values_and_meanings_are_those_of_the_code() throws IOException {
        var written = rows("[#keys]").toList();

        assertThat(KeyTable.entries().stream()
                        .map(entry -> List.of(entry.pattern(), entry.builtIn(), entry.meaning()))
                        .toList())
                .containsAll(written);
    }

    private static Stream<String> expanded(List<String> row) {
        return Arrays.stream(row.get(2).split(", ")).map(level -> LEVELS.get(level) + row.get(0));
    }

    private static Stream<List<String>> rows(String anchor) throws IOException {
        var text = Files.readString(GUIDE);
        var table = text.substring(text.indexOf(anchor));
        table = table.substring(0, table.indexOf("\n|===\n", table.indexOf("|===") + 4) + 1);
        return ROW.matcher(table)
                .results()
                .map(row -> List.of(row.group(1), row.group(2) == null ? "" : row.group(2), row.group(3)));
    }
}
