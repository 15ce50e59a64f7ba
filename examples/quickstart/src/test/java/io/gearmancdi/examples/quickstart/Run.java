package io.gearmancdi.examples.quickstart;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the program inside this process.
 *
 * @param exitCode what the shell would see
 * @param out what it printed
 * @param err what it complained about
 */
record Run(int exitCode, String out, String err) {

    static Run with(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        try {
            int exitCode = Quickstart.commandLine()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(texts);
            return new Run(exitCode, out.toString(), err.toString());
        } finally {
            System.clearProperty("gearman.servers");
            System.clearProperty("gearman.embedded-server");
        }
    }
}
