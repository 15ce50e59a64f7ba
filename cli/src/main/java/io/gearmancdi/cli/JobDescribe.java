package io.gearmancdi.cli;

import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.Launch;
import io.gearmancdi.cli.view.Texts;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Describes a job and, before it, its worker. */
@Command(name = CommandNames.JOB_DESCRIBE, description = "Describe given job")
final class JobDescribe extends Describe {

    JobDescribe(Host host, PrintWriter out, PrintWriter err) {
        super(host, out, err);
    }

    @Override
    void show(Catalog catalog, Launch launch, PrintWriter to) {
        var found = catalog.job(name()).orElseThrow(() -> NotFound.job(name()));
        Texts.describe(found, catalog.jobPrefix(), launch, limits(), json(), to);
    }
}
