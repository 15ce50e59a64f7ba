package io.gearmancdi.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of the build is true. */
class ReadmeTest {

    private static final Path README = Sources.ROOT.resolve("README.adoc");
    private static final Pattern TITLED = Pattern.compile("(?m)^\\.([A-Z].*)\\n\\[source,shell]\\n----\\n(.*)\\n----$");
    private static final Pattern LINK = Pattern.compile("link:([^\\[#:]+)(?:#[^\\[]*)?\\[");

    @Test
    void two_commands_of_one_line_do_everything() throws IOException {
        assertThat(TITLED.matcher(Files.readString(README)).results().map(listing -> listing.group(1)))
                .containsExactly("Run it", "Test it");
    }

    @ParameterizedTest
    @CsvSource({
        "weld6, Weld SE %s",
        "weld5, Weld SE %s",
        "weld5, 'Weld %s, embedded, with Arquillian'",
        "openwebbeans, OpenWebBeans SE %s",
        "quarkus, Quarkus %s (ArC)"
    })
    void the_table_of_runtimes_names_the_versions_of_the_tests(String runtime, String row) throws IOException {
        var version = System.getProperty("version." + runtime).replace(".Final", "");

        assertThat(Files.readString(README)).contains("|" + row.formatted(version));
    }

    @ParameterizedTest
    @MethodSource
    void links_lead_somewhere(Path document) throws IOException {
        assertThat(LINK.matcher(Files.readString(document)).results().map(link -> target(document, link)))
                .allSatisfy(target -> assertThat(target).exists());
    }

    static List<Path> links_lead_somewhere() {
        return Sources.ending(".adoc");
    }

    private static Path target(Path document, MatchResult link) {
        return document.resolveSibling(link.group(1)).normalize();
    }
}
