package io.gearmancdi.cli;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A bean of an application that uses the console. */
@ApplicationScoped
class Operator {

    @Inject
    GearmanConsole console;

    int execute(String worker, StringWriter out) {
        return console.run(
                new String[] {"worker:execute", worker, "--iterations=1"},
                new PrintWriter(out),
                new PrintWriter(new StringWriter()));
    }
}
