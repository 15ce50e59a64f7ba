package io.gearmancdi.cli;

import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.JobEntry;
import io.gearmancdi.cli.view.LimitValues;
import io.gearmancdi.cli.view.WorkerEntry;
import java.util.List;

/** Makes a catalog of the workers of an application that runs. */
final class Catalogs {

    private final Setup setup;

    private Catalogs(Setup setup) {
        this.setup = setup;
    }

    static Catalog of(GearmanWorkers workers, Setup setup) {
        var catalogs = new Catalogs(setup);
        return new Catalog(
                setup.jobPrefix(), workers.list().stream().map(catalogs::entry).toList());
    }

    private WorkerEntry entry(WorkerDescriptor worker) {
        return new WorkerEntry(
                worker.className(),
                ClassFile.of(worker.className()),
                worker.callableName(),
                worker.service(),
                worker.description(),
                limits(worker.settings()),
                servers(worker.settings().servers()),
                worker.jobs().stream().map(this::entry).toList());
    }

    private JobEntry entry(JobDescriptor job) {
        return new JobEntry(
                job.methodName(),
                job.name(),
                job.function(),
                job.description(),
                Methods.text(job.defaultMethod()),
                limits(job.settings()),
                servers(job.settings().servers()));
    }

    private static LimitValues limits(WorkerSettings settings) {
        return new LimitValues(
                settings.iterations(),
                settings.minimumExecutionTime().toSeconds(),
                settings.timeout().toSeconds());
    }

    private List<String> servers(List<ServerAddress> own) {
        return setup.serversOr(own).stream().map(ServerAddress::toString).toList();
    }
}
