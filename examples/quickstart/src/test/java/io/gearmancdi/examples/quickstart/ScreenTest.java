package io.gearmancdi.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

class ScreenTest {

    private final StringWriter shown = new StringWriter();
    private final PrintWriter out = new PrintWriter(shown);

    @Test
    void printsPlainLinesWhereNobodyLooks() {
        var screen = Screen.plain(out);

        screen.bar("[###...]");
        screen.line("done", Style.fg_green);

        assertThat(shown).hasToString("done" + System.lineSeparator());
    }

    @Test
    void keepsTheBarBelowTheLines() {
        var screen = Screen.terminal(out, Ansi.OFF);

        screen.bar("[#.]");
        screen.line("done");
        screen.bar("");

        assertThat(shown).hasToString("[#.]\r\u001b[Kdone%n[#.]\r\u001b[K".formatted());
    }

    @Test
    void hasColoursWhereTheyAreWanted() {
        Screen.terminal(out, Ansi.ON).line("bad", Style.fg_red);

        assertThat(shown.toString()).startsWith("\u001b[31mbad\u001b[");
    }

    @Test
    void letsNoFileNameSteerTheTerminal() {
        Screen.terminal(out, Ansi.OFF).line("a\u001b[2Jb\n.png @|red x|@");

        assertThat(shown).hasToString("a?[2Jb?.png @|red x|@" + System.lineSeparator());
    }
}
