package io.gearmancdi.it.glassfish;

import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.ee.ArquillianLifecycle;
import io.gearmancdi.it.ee.ServerJvm;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The server is in this process. */
class GlassFishLifecycleIT extends ArquillianLifecycle {

    private final ProcessLog log = new ProcessLog();

    @BeforeAll
    static void configure() {
        AppSettings.on(JOB_SERVER.address()).forEach(System::setProperty);
    }

    @AfterEach
    void close() {
        log.close();
    }

    /**
     * {@code org.glassfish.kernel.event.EventsImpl.listeners} holds every application, also those without the library:
     * a {@code DeployCommand} or a {@code DeploymentFailedListener} listens for each, and for good.
     */
    @Override
    protected boolean forgets() {
        return false;
    }

    @Override
    protected Supplier<String> logFromNow() {
        return log::text;
    }

    @Override
    protected ServerJvm server() {
        return ServerJvm.ofThis();
    }
}
