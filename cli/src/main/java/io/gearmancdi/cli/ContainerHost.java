package io.gearmancdi.cli;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.cdi.ConsoleOutput;
import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.Launch;
import java.util.List;

/**
 * A container that runs: it has everything in memory.
 *
 * @param workers its workers
 * @param client submits its jobs
 * @param admin asks its job servers
 * @param output where they write
 */
record ContainerHost(GearmanWorkers workers, GearmanClient client, GearmanAdmin admin, ConsoleOutput output)
        implements Host {

    private static final String NOTHING_KEPT = "Nothing is kept: the application runs, and has all in memory";

    @Override
    public Catalog catalog() {
        return Catalogs.of(workers, Setup.read());
    }

    @Override
    public Launch launch() {
        var main = Main.class.getName().replace('.', '/') + ".class";
        return ClassLoader.getSystemResource(main) == null ? Launch.unknown() : LaunchWords.of(List.of());
    }

    @Override
    public boolean confirms(String question) {
        return true;
    }

    @Override
    public String clearCache() {
        return NOTHING_KEPT;
    }

    @Override
    public String warmUpCache() {
        return NOTHING_KEPT;
    }
}
