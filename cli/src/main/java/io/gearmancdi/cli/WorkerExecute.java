package io.gearmancdi.cli;

import io.gearmancdi.LimitOverrides;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Runs a worker with all its jobs. */
@Command(name = CommandNames.WORKER_EXECUTE, description = "Execute one worker with all contained jobs")
final class WorkerExecute extends Execute {

    WorkerExecute(Host host, PrintWriter out, PrintWriter err) {
        super(host, out, err);
    }

    @Override
    Execution execution(Host in, String of, LimitOverrides overrides) {
        var workers = in.workers();
        var worker = workers.find(of).orElseThrow(() -> NotFound.worker(of));
        return new Execution(
                workers,
                Setup.read(),
                "worker",
                of,
                worker.description(),
                overrides.applyTo(worker.settings()),
                worker.jobs(),
                () -> workers.start(of, overrides));
    }
}
