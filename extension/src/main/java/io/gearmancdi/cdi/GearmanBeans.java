package io.gearmancdi.cdi;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.spi.EmbeddedServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** What applications inject. */
@ApplicationScoped
class GearmanBeans {

    @Produces
    @ApplicationScoped
    GearmanClient client(GearmanRuntime runtime) {
        return runtime.gearman().client();
    }

    @Produces
    @ApplicationScoped
    GearmanWorkers workers(GearmanRuntime runtime) {
        return runtime.workers();
    }

    @Produces
    @ApplicationScoped
    GearmanAdmin admin(GearmanRuntime runtime) {
        return runtime.gearman().admin();
    }

    @Produces
    @ApplicationScoped
    EmbeddedServer embeddedServer(GearmanRuntime runtime) {
        return runtime.embeddedServer();
    }
}
