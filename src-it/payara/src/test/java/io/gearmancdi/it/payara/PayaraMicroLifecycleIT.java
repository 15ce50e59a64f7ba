package io.gearmancdi.it.payara;

import io.gearmancdi.it.ee.Guests;
import io.gearmancdi.it.ee.LifecycleBehaviour;
import io.gearmancdi.it.ee.LogFile;
import io.gearmancdi.it.ee.ServerJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Arquillian starts a server for each deployment: here one stays, and deploys by its own API. */
class PayaraMicroLifecycleIT extends LifecycleBehaviour {

    private static final Path LOG = Path.of("target", "micro.log");

    private static MicroProcess micro;

    @BeforeAll
    static void start() throws IOException {
        micro = MicroProcess.start(System.getProperty("payara.jar"), Integer.getInteger("port.http"), LOG);
    }

    @AfterAll
    static void stop() {
        micro.close();
    }

    @Override
    protected void deploy(String guest) {
        var war = new File("target", guest + ".war");
        Guests.named(guest, JOB_SERVER.address()).as(ZipExporter.class).exportTo(war, true);
        micro.deploy(guest, war.getAbsoluteFile());
    }

    @Override
    protected void undeploy(String guest) {
        micro.undeploy(guest);
    }

    /** A pool without a bound: {@code fish.payara.nucleus.executorservice.PayaraExecutorService}. */
    @Override
    protected Set<String> ofTheServer() {
        return Set.of("Executor-Service-#");
    }

    @Override
    protected Supplier<String> logFromNow() {
        return LogFile.fromNow(LOG);
    }

    @Override
    protected ServerJvm server() {
        return ServerJvm.with(Micro.class.getName());
    }
}
