package io.gearmancdi.server.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** The guide's table has every option of the program, and no other. */
class OptionsInTheGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "server.adoc");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(`-.*?) \\|");
    private static final Pattern NAME = Pattern.compile("`(--[a-z-]+)`");

    @Test
    void the_table_has_every_option() throws IOException {
        var named = ROW.matcher(Files.readString(GUIDE))
                .results()
                .map(row -> row.group(1))
                .flatMap(cell -> NAME.matcher(cell).results())
                .map((MatchResult name) -> name.group(1));
        var options = Main.commandLine(new PrintWriter(new StringWriter())).getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--help") && !name.equals("--version"))
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(options);
    }
}
