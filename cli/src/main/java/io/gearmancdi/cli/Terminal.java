package io.gearmancdi.cli;

import java.io.Console;
import java.util.Locale;

/** The user at a terminal, if there is one. */
final class Terminal {

    private Terminal() {}

    /**
     * Has to be called before the console of the process is asked for: from JDK 22 on there is one without a terminal.
     */
    static void prepare() {
        System.setProperty("jdk.console", "java.base");
    }

    /** Asks; says yes where nobody is there. */
    @SuppressWarnings("SystemConsoleNull") // null where there is no terminal, since prepare was called
    static boolean confirms(String question) {
        Console console = System.console();
        if (console == null) {
            return true;
        }
        var answer = console.readLine("%s", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
