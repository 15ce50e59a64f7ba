package io.gearmancdi.cli;

import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.Launch;
import io.gearmancdi.cli.view.Texts;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Describes a worker. */
@Command(name = CommandNames.WORKER_DESCRIBE, description = "Describe given worker")
final class WorkerDescribe extends Describe {

    WorkerDescribe(Host host, PrintWriter out, PrintWriter err) {
        super(host, out, err);
    }

    @Override
    void show(Catalog catalog, Launch launch, PrintWriter to) {
        var worker = catalog.worker(name()).orElseThrow(() -> NotFound.worker(name()));
        Texts.describe(worker, launch, limits(), json(), to);
    }
}
