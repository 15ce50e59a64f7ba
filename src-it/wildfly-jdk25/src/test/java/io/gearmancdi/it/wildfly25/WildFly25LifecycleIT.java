package io.gearmancdi.it.wildfly25;

import io.gearmancdi.it.ee.ArquillianLifecycle;
import io.gearmancdi.it.ee.Guests;
import io.gearmancdi.it.ee.LogFile;
import io.gearmancdi.it.ee.ServerJvm;
import io.gearmancdi.it.ee.app.Ring;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WildFly25LifecycleIT extends ArquillianLifecycle {

    @Override
    protected Supplier<String> logFromNow() {
        return LogFile.fromNow(Path.of(System.getProperty("wildfly.home"), "standalone", "log", "server.log"));
    }

    @Override
    protected ServerJvm server() {
        return ServerJvm.with(System.getProperty("wildfly.home"));
    }

    @Test
    void ten_deployments_with_virtual_threads_leave_nothing() throws Exception {
        leaveNothing(Guests.VIRTUAL, "/virtual/ring", Ring.ANSWER, Ring.class);
    }
}
