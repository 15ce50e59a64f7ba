package com.acme;

import io.gearmancdi.cli.GearmanConsole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintWriter;

/** The console inside the application. */
@ApplicationScoped
class Commands {

    // tag::console[]
    @Inject
    GearmanConsole console;

    int list(PrintWriter out, PrintWriter err) {
        return console.run(new String[] {"worker:list"}, out, err);
    }
    // end::console[]
}
