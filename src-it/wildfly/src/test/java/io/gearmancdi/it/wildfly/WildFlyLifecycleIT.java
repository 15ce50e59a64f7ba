package io.gearmancdi.it.wildfly;

import io.gearmancdi.it.ee.ArquillianLifecycle;
import io.gearmancdi.it.ee.LogFile;
import io.gearmancdi.it.ee.ServerJvm;
import io.gearmancdi.it.wildfly.ear.second.Frontdoor;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

class WildFlyLifecycleIT extends ArquillianLifecycle {

    private static final String SHOP = "shop";

    @Deployment(name = SHOP, managed = false, testable = false)
    static EnterpriseArchive shop() {
        return Shop.on(JOB_SERVER.address());
    }

    @Override
    protected Supplier<String> logFromNow() {
        return LogFile.fromNow(Path.of(System.getProperty("wildfly.home"), "standalone", "log", "server.log"));
    }

    @Override
    protected ServerJvm server() {
        return ServerJvm.with(System.getProperty("wildfly.home"));
    }

    @Test
    void ten_deployments_of_an_ear_leave_nothing() throws Exception {
        leaveNothing(SHOP, "/second/greet", Shop.ANSWER, Frontdoor.class);
    }
}
