package io.gearmancdi.examples.quickstart;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** Where the user looks: lines that stay and, on a terminal, one line below them that changes. For one thread. */
final class Screen {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final ColorScheme colours;
    private final boolean terminal;
    private String bar = "";

    private Screen(PrintWriter out, Ansi colours, boolean terminal) {
        this.out = out;
        this.colours = new ColorScheme.Builder(colours).build();
        this.terminal = terminal;
    }

    /** A screen that fits where the program runs; without colours if NO_COLOR says so. */
    static Screen on(PrintWriter out) {
        return isTerminal() ? terminal(out, Ansi.AUTO) : plain(out);
    }

    @SuppressWarnings("SystemConsoleNull") // main sets jdk.console, so that it is null on Java 22 and later too
    private static boolean isTerminal() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    static Screen terminal(PrintWriter out, Ansi colours) {
        return new Screen(out, colours, true);
    }

    static Screen plain(PrintWriter out) {
        return new Screen(out, Ansi.OFF, false);
    }

    /** Prints a line that stays. */
    void line(String text, Style... styles) {
        erase();
        out.println(colours.apply(printable(text), List.of(styles)));
        out.print(bar);
        out.flush();
    }

    /** Changes the line at the bottom; an empty text takes it away. */
    void bar(String text) {
        if (terminal) {
            erase();
            bar = printable(text);
            out.print(bar);
            out.flush();
        }
    }

    private void erase() {
        if (!bar.isEmpty()) {
            out.print(ERASE_LINE);
        }
    }

    /** File names and messages of workers are the words of strangers: they must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
