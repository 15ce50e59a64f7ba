package io.gearmancdi.cli;

import io.gearmancdi.LimitOverrides;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** Runs a job alone. */
@Command(name = CommandNames.JOB_EXECUTE, description = "Execute one single job")
final class JobExecute extends Execute {

    JobExecute(Host host, PrintWriter out, PrintWriter err) {
        super(host, out, err);
    }

    @Override
    Execution execution(Host in, String of, LimitOverrides overrides) {
        var workers = in.workers();
        var job = workers.list().stream()
                .flatMap(worker -> worker.jobs().stream())
                .filter(candidate -> candidate.name().equals(of))
                .findFirst()
                .orElseThrow(() -> NotFound.job(of));
        return new Execution(
                workers,
                Setup.read(),
                "job",
                of,
                job.description(),
                overrides.applyTo(job.settings()),
                List.of(job),
                () -> workers.startJob(of, overrides));
    }
}
